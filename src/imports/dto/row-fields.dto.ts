import { IsIn, IsInt, IsOptional, IsString, IsUUID, Length, Max, MaxLength, Min } from 'class-validator';
import { IsDecimalText, IsMonthText, IsOmittable, IsProse } from '../../common/http/validators.js';
import { type Aggregation, AGGREGATIONS } from '../../domain/aggregation.js';
import { type Comparator, COMPARATORS, type Period, PERIODS, type Rule, RULES } from '../../domain/indicator.js';
import type { RowFields } from '../repairs/repair.js';

/** Null empties a field that may be empty; what is left out stays as it is. */
export class RowFieldsDto implements RowFields {
  @IsOmittable() @IsProse(200) name?: string;
  @IsOmittable() @IsString() @MaxLength(50) level1?: string;
  @IsOmittable() @IsString() @MaxLength(50) level2?: string;
  @IsOmittable() @IsString() @MaxLength(200) raw?: string;
  @IsOmittable() @IsIn(COMPARATORS) comparator?: Comparator;
  @IsOmittable() @IsString() @Length(1, 200) target?: string;
  @IsOptional() @IsDecimalText() targetUpper?: string | null;
  @IsOptional() @IsString() @Length(1, 20) unit?: string | null;
  @IsOptional() @IsIn(PERIODS) per?: Period | null;
  @IsOptional() @IsString() @MaxLength(200) basis?: string | null;
  @IsOptional() @IsString() @MaxLength(200) previous?: string | null;
  @IsOptional() @IsDecimalText() weight?: string | null;
  @IsOptional() @IsIn(RULES) rule?: Rule | null;
  @IsOptional() @IsString() @MaxLength(100) evidence?: string | null;
  @IsOptional() @IsIn(AGGREGATIONS) aggregation?: Aggregation | null;
  @IsOptional() @IsString() @MaxLength(200) actualRaw?: string | null;
  @IsOptional() @IsDecimalText() publishedScore?: string | null;
  @IsOptional() @IsString() @MaxLength(200) longTerm?: string | null;
  @IsOptional() @IsUUID() sectionId?: string | null;
  @IsOptional() @IsString() @Length(1, 100) section?: string | null;
  @IsOptional() @IsInt() @Min(1) @Max(12) dueMonth?: number | null;
  @IsOptional() @IsMonthText() endMonth?: string | null;
  @IsOptional() @IsString() @Length(1, 200) measure?: string | null;
}
