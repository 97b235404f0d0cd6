import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  ValidateNested,
} from 'class-validator';
import { IsDecimalText, IsMonthText, IsOmittable, IsProse } from '../../../common/http/validators.js';
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
  @ApiPropertyOptional({ type: [MilestoneDto] })
  @IsOmittable()
  @IsArray()
  @ArrayMaxSize(12)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => MilestoneDto)
  milestones?: MilestoneDto[];
}

export class ReviseSheetDto {
  /** First month that is scored by it. */
  @IsMonthText() effectiveMonth!: string;
  @ApiProperty({ example: '县财政局调整年度任务' }) @IsProse(1000) reason!: string;
  @ApiProperty({ type: [RevisedIndicatorDto] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => RevisedIndicatorDto)
  indicators!: RevisedIndicatorDto[];
  /** Why the weights need not give 100. */
  @ApiPropertyOptional() @IsOptional() @IsProse(1000) waiver?: string | null;
}
