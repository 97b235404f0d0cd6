import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsOptional, ValidateIf } from 'class-validator';

import { IsInstantText } from '../../common/http/validators.js';

export class RunJobDto {
  /** Never null: who means to try must not run in earnest because a variable was empty. */
  @ApiPropertyOptional() @ValidateIf((_, value) => value !== undefined) @IsBoolean() dryRun?: boolean;
  /** With `dryRun`: as if it were then (RFC 3339); by default now. */
  @IsOptional() @IsInstantText() at?: string;
}
