import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsISO8601, IsOptional } from 'class-validator';

export class RunJobDto {
  @ApiPropertyOptional() @IsOptional() @IsBoolean() dryRun?: boolean;
  /** RFC 3339; by default now. */
  @ApiPropertyOptional() @IsOptional() @IsISO8601({ strict: true }) at?: string;
}
