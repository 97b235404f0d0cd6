import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Length, Matches, Max, Min } from 'class-validator';
import { IsLocalDate } from '../../common/http/validators.js';

/** Which lines of the audit log; without anything all of them. */
export class AuditFilter {
  /** Part of who did it, as the log has it. */
  @ApiPropertyOptional() @IsOptional() @IsString() @Length(1, 100) actor?: string;
  /** What was done, such as `session.refused`, or all of a kind, such as `session`. */
  @ApiPropertyOptional() @IsOptional() @Matches(/^[a-z_]{1,40}(\.[a-z-]{1,40})?$/) action?: string;
  /** What it was done to. */
  @ApiPropertyOptional() @IsOptional() @IsString() @Length(1, 100) subjectId?: string;
  /** Local dates, both included. */
  @ApiPropertyOptional({ example: '2026-11-01' }) @IsOptional() @IsLocalDate() from?: string;
  @ApiPropertyOptional({ example: '2026-11-30' }) @IsOptional() @IsLocalDate() to?: string;
}

export class AuditQuery extends AuditFilter {
  @ApiPropertyOptional() @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(500) limit = 100;
  /** Position of the last line seen. */
  @ApiPropertyOptional() @IsOptional() @Matches(/^\d{1,18}$/) cursor?: string;
}
