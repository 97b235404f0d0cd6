import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Length, Max, Min } from 'class-validator';
import { IsLocalDate } from '../../common/http/validators.js';

export class MonthsQuery {
  @ApiProperty() @Type(() => Number) @IsInt() @Min(1900) @Max(2199) year!: number;
}

export class CloseMonthDto {
  @ApiPropertyOptional() @IsOptional() @IsString() @Length(1, 1000) reason?: string;
}

export class ReopenMonthDto {
  @ApiProperty({ example: '审计发现 10 月数据有误' }) @IsString() @Length(1, 1000) reason!: string;
  /** Last day on which it takes entries; without it, until it is closed again. */
  @ApiPropertyOptional({ type: String, nullable: true, example: '2026-11-30' })
  @IsOptional()
  @IsLocalDate()
  openUntil?: string | null;
}
