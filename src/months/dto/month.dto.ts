import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { IsLocalDate, IsProse } from '../../common/http/validators.js';

export class MonthsQuery {
  @ApiProperty() @Type(() => Number) @IsInt() @Min(1900) @Max(2199) year!: number;
}

export class CloseMonthDto {
  @ApiPropertyOptional() @IsOptional() @IsProse(1000) reason?: string;
}

export class ReopenMonthDto {
  @ApiProperty({ example: '审计发现 10 月数据有误' }) @IsProse(1000) reason!: string;
  /** Last day on which it takes entries; without it, until it is closed again. */
  @ApiPropertyOptional({ type: String, nullable: true, example: '2026-11-30' })
  @IsOptional()
  @IsLocalDate()
  openUntil?: string | null;
}
