import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsString, Length } from 'class-validator';
import { IsOmittable } from './validators.js';

/** For routes that are `confirmed`: the gate asks for it, and takes it out of the body before anybody else reads that. */
export class ConfirmedDto {
  /** The present password, again; whoever signs in at the OpenID provider has none. */
  @ApiPropertyOptional() @IsOmittable() @IsString() @Length(1, 200) current?: string;
}
