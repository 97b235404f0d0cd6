import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, IsUUID, Length, Max, Min } from 'class-validator';
import { IsDecimalText, IsListOf, IsMonthText, IsOmittable, IsProse } from '../../../common/http/validators.js';
import { AGGREGATIONS, type Aggregation } from '../../../domain/aggregation.js';

/** What may change of an adopted indicator; targets and weights change by revision only. */
export class UpdateIndicatorDto {
  @ApiPropertyOptional({ type: String, nullable: true }) @IsOptional() @IsUUID() sectionId?: string | null;
  @ApiPropertyOptional({ enum: AGGREGATIONS }) @IsOmittable() @IsIn(AGGREGATIONS) aggregation?: Aggregation;
  @ApiPropertyOptional({ type: Number, nullable: true }) @IsOptional() @IsInt() @Min(1) @Max(12) dueMonth?:
    number | null;
  /** 核心指标. */
  @ApiPropertyOptional({ type: Boolean }) @IsOmittable() @IsBoolean() core?: boolean;
}

export class MilestoneDto {
  @IsMonthText() month!: string;
  /** To be reached by the end of the month, counted from January. */
  @IsDecimalText() target!: string;
}

export class MilestonesDto {
  @IsListOf(() => MilestoneDto, { most: 12 }) milestones!: MilestoneDto[];
}

/** A number from a goal that no indicator covers: tracked and reminded, never scored. */
export class CreateCommitmentDto {
  @ApiProperty({ example: '履职效能' }) @IsString() @Length(1, 50) level1!: string;
  @ApiProperty({ example: '数量指标' }) @IsString() @Length(1, 50) level2!: string;
  @ApiProperty({ example: '报送督查专报数量' }) @IsProse(200) name!: string;
  /** The target as a document would print it. */
  @ApiProperty({ example: '>=4篇/月' }) @IsString() @Length(1, 100) raw!: string;
  /** From which month of the year on it is asked for; by default the one that is running. */
  @IsOmittable() @IsMonthText() firstMonth?: string;
  @ApiPropertyOptional({ enum: AGGREGATIONS }) @IsOmittable() @IsIn(AGGREGATIONS) aggregation?: Aggregation;
  @ApiPropertyOptional({ type: String, nullable: true }) @IsOptional() @IsUUID() sectionId?: string | null;
}
