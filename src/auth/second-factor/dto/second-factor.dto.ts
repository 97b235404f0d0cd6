import { ApiProperty } from '@nestjs/swagger';
import { IsString, Length } from 'class-validator';
import { ConfirmedDto } from '../../../common/http/confirmed.dto.js';

export class CodeDto {
  /** Six digits of the authenticator app, or a recovery code. */
  @ApiProperty({ example: '123456' }) @IsString() @Length(6, 40) code!: string;
}

export class EndTotpDto extends ConfirmedDto {
  /** Six digits of the authenticator app, or a recovery code. */
  @ApiProperty({ example: '123456' }) @IsString() @Length(6, 40) code!: string;
}
