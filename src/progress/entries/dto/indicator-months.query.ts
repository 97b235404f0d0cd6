import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';
import { PageQuery } from '../../../common/http/page.js';
import { IsMonthText } from '../../../common/http/validators.js';
import { ENTRY_STATUSES, type EntryStatus } from '../progress-entry.entity.js';

export class IndicatorMonthsQuery extends PageQuery {
  /** Fiscal year; without it all: what waits for approval does not end with December. */
  @ApiPropertyOptional() @IsOptional() @Type(() => Number) @IsInt() @Min(1900) @Max(2199) year?: number;
  /** Target, weight, rule and end as they hold in this month; without it as they were last revised. */
  @IsOptional() @IsMonthText() month?: string;
  @ApiPropertyOptional() @IsOptional() @IsUUID() departmentId?: string;
  @ApiPropertyOptional() @IsOptional() @IsUUID() sectionId?: string;
  @ApiPropertyOptional() @IsOptional() @IsUUID() sheetId?: string;
  /** `mine`: only indicators that the caller may enter for. */
  @ApiPropertyOptional({ enum: ['all', 'mine'] }) @IsOptional() @IsIn(['all', 'mine']) whose: 'all' | 'mine' = 'all';
  /** Only indicators that have an entry in this state. */
  @ApiPropertyOptional({ enum: ENTRY_STATUSES }) @IsOptional() @IsIn(ENTRY_STATUSES) status?: EntryStatus;
}
