import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsString, Length } from 'class-validator';
import { IsOmittable } from '../../../common/http/validators.js';

/** The present password, again; whoever signs in at the OpenID provider has none. */
export class ConfirmedDto {
  @ApiPropertyOptional() @IsOmittable() @IsString() @Length(1, 200) current?: string;
}

export class CodeDto {
  /** Six digits of the authenticator app, or a recovery code. */
  @ApiProperty({ example: '123456' }) @IsString() @Length(6, 40) code!: string;
}

export class EndTotpDto extends ConfirmedDto {
  /** Six digits of the authenticator app, or a recovery code. */
  @ApiProperty({ example: '123456' }) @IsString() @Length(6, 40) code!: string;
}
