import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsOptional } from 'class-validator';

import { IsInstantText } from '../../common/http/validators.js';

export class RunJobDto {
  @ApiPropertyOptional() @IsOptional() @IsBoolean() dryRun?: boolean;
  /** RFC 3339; by default now. */
  @IsOptional() @IsInstantText() at?: string;
}
