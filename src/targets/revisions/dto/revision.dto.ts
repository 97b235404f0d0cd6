import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, IsUUID, Length } from 'class-validator';
import { IsDecimalText, IsListOf, IsMonthText, IsOmittable, IsProse } from '../../../common/http/validators.js';
import { type Rule, RULES } from '../../../domain/indicator.js';
import { MilestoneDto } from '../../indicators/dto/indicator.dto.js';

export class RevisedIndicatorDto {
  @ApiProperty() @IsUUID() indicatorId!: string;
  /** The new target as a document would print it; left out: it stays. */
  @ApiPropertyOptional({ example: '≥50次' }) @IsOmittable() @IsString() @Length(1, 100) raw?: string;
  @IsOmittable() @IsDecimalText() weight?: string;
  @ApiPropertyOptional({ enum: RULES }) @IsOmittable() @IsIn(RULES) rule?: Rule;
  /** Last month in which it counts and is asked for; null: it goes on after all; left out: as it is. */
  @ApiPropertyOptional({ type: String, nullable: true, example: '2026-09' })
  @IsOptional()
  @IsMonthText()
  endMonth?: string | null;
  /** The plan by months that leads to the new target; left out: it stays, and has to fit the new target. */
  @IsOmittable() @IsListOf(() => MilestoneDto, { most: 12 }) milestones?: MilestoneDto[];
}

export class ReviseSheetDto {
  /** First month that is scored by it. */
  @IsMonthText() effectiveMonth!: string;
  @ApiProperty({ example: '县财政局调整年度任务' }) @IsProse(1000) reason!: string;
  @IsListOf(() => RevisedIndicatorDto, { least: 1, most: 500 }) indicators!: RevisedIndicatorDto[];
  /** Why the weights need not give 100. */
  @ApiPropertyOptional() @IsOptional() @IsProse(1000) waiver?: string | null;
}
