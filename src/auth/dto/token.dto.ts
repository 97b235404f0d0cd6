import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsInt, IsString, Length, Max, Min } from 'class-validator';
import { TOKEN_SCOPES, type TokenScope } from '../api-token.entity.js';

export class CreateTokenDto {
  /** What it is for, such as the mailbox system. */
  @ApiProperty() @IsString() @Length(1, 100) name!: string;
  @ApiProperty({ enum: TOKEN_SCOPES }) @IsIn(TOKEN_SCOPES) scope!: TokenScope;
  @ApiProperty() @IsInt() @Min(1) @Max(366) days!: number;
}
