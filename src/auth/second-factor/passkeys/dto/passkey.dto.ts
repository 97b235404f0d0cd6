import { ApiProperty } from '@nestjs/swagger';
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import { IsObject } from 'class-validator';
import { IsName } from '../../../../common/http/validators.js';

const CREDENTIAL = { type: 'object', additionalProperties: true } as const;

export class PasskeyNameDto {
  /** By which its owner tells it from others. */
  @ApiProperty({ example: '办公室电脑' }) @IsName(60) name!: string;
}

export class MadePasskeyDto extends PasskeyNameDto {
  /** As `PublicKeyCredential.toJSON` gives it. */
  @ApiProperty(CREDENTIAL) @IsObject() credential!: RegistrationResponseJSON;
}

export class ShownPasskeyDto {
  /** As `PublicKeyCredential.toJSON` gives it. */
  @ApiProperty(CREDENTIAL) @IsObject() credential!: AuthenticationResponseJSON;
}
