import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn, IsUUID } from 'class-validator';
import { IsMonthText, IsOmittable, IsProse } from '../../common/http/validators.js';
import type { Language } from '../../domain/domain-error.js';
import { REPORT_KINDS, type ReportKind } from '../content/report-content.js';
import { REPORT_FORMATS, type ReportFormat } from '../writers/formats.js';
import { LANGUAGES, REASON } from './report.dto.js';

/** The reports of everything that the caller sees, or of some departments, as one archive. */
export class ReportBatchDto {
  @ApiPropertyOptional({ enum: REPORT_KINDS }) @IsOmittable() @IsIn(REPORT_KINDS) kind: ReportKind = 'scoring';
  @IsMonthText() month!: string;
  /** Without them: all that the caller sees. */
  @ApiPropertyOptional({ type: [String] })
  @IsOmittable()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  departmentIds?: string[];
  @ApiProperty({ enum: REPORT_FORMATS, isArray: true })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayUnique()
  @IsIn(REPORT_FORMATS, { each: true })
  formats!: ReportFormat[];
  /** By default the caller's (Accept-Language). */
  @ApiPropertyOptional({ enum: LANGUAGES }) @IsOmittable() @IsIn(LANGUAGES) language?: Language;
  /** Why new versions are issued; those that need a reason are left out where there is none. */
  @ApiPropertyOptional(REASON) @IsOmittable() @IsProse(200) reason?: string;
  @ApiPropertyOptional({ enum: ['shown', 'masked'] }) @IsOmittable() @IsIn(['shown', 'masked']) personalData?:
    'shown' | 'masked';
}
