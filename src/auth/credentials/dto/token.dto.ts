import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayNotEmpty, IsArray, IsIn, IsInt, IsUUID, Max, Min, ValidateIf } from 'class-validator';
import { ConfirmedDto } from '../../../common/http/confirmed.dto.js';
import { IsName, IsOmittable } from '../../../common/http/validators.js';
import { TOKEN_SCOPES, type TokenScope } from '../api-token.entity.js';

export class CreateTokenDto extends ConfirmedDto {
  /** What it is for, such as the mailbox system. */
  @ApiProperty() @IsName(100) name!: string;
  @ApiProperty({ enum: TOKEN_SCOPES }) @IsIn(TOKEN_SCOPES) scope!: TokenScope;
  /** What a token of the scope `progress:write` is for. */
  @ApiPropertyOptional({ type: [String] })
  @ValidateIf(({ scope }: CreateTokenDto) => scope === 'progress:write')
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(200)
  @IsUUID(undefined, { each: true })
  indicatorIds?: string[];
  /** How long it lasts: 90 days unless it is said, and never longer than the setting `TOKEN_DAYS`. */
  @ApiPropertyOptional() @IsOmittable() @IsInt() @Min(1) @Max(366) days?: number;
}
