import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMinSize, ArrayUnique, IsArray, IsIn, IsOptional, IsUUID } from 'class-validator';
import { PageQuery } from '../../common/http/page.js';
import { IsMonthText, IsOmittable, IsProse } from '../../common/http/validators.js';
import type { Language } from '../../domain/domain-error.js';
import { REPORT_KINDS, type ReportKind } from '../content/report-content.js';
import { REPORT_FORMATS, type ReportFormat } from '../writers/formats.js';

const LANGUAGES = ['zh', 'en'] as const;
const REASON = { example: '补报 9 月信息数量' };

export class ReportQuery extends PageQuery {
  @ApiPropertyOptional({ enum: REPORT_KINDS }) @IsOptional() @IsIn(REPORT_KINDS) kind?: ReportKind;
  @ApiPropertyOptional() @IsOptional() @IsUUID() departmentId?: string;
  @ApiPropertyOptional() @IsOptional() @IsUUID() sheetId?: string;
  @IsOptional() @IsMonthText() month?: string;
}

export class IssueReportDto {
  @ApiPropertyOptional({ enum: REPORT_KINDS }) @IsOmittable() @IsIn(REPORT_KINDS) kind: ReportKind = 'scoring';
  /** Without it and without a sheet: the report of the whole installation. */
  @ApiPropertyOptional() @IsOmittable() @IsUUID() departmentId?: string;
  @ApiPropertyOptional() @IsOmittable() @IsUUID() sheetId?: string;
  @IsMonthText() month!: string;
  /** Why a new version is issued; needed when there is one already and figures have changed since. */
  @ApiPropertyOptional(REASON) @IsOmittable() @IsProse(200) reason?: string;
}

/** How a file is written. */
export class ReportFileQuery {
  @ApiProperty({ enum: REPORT_FORMATS }) @IsIn(REPORT_FORMATS) format!: ReportFormat;
  /** By default the caller's (Accept-Language). */
  @ApiPropertyOptional({ enum: LANGUAGES }) @IsOptional() @IsIn(LANGUAGES) language?: Language;
  /** Names and telephone numbers are masked unless they are asked for; viewers never get them. */
  @ApiPropertyOptional({ enum: ['shown', 'masked'] }) @IsOptional() @IsIn(['shown', 'masked']) personalData?:
    'shown' | 'masked';
}

export class ReportDiffQuery {
  @ApiProperty() @IsUUID() against!: string;
}

/** The reports of everything that the caller sees, as one archive. */
export class ReportBatchDto {
  @ApiPropertyOptional({ enum: REPORT_KINDS }) @IsOmittable() @IsIn(REPORT_KINDS) kind: ReportKind = 'scoring';
  @IsMonthText() month!: string;
  @ApiProperty({ enum: REPORT_FORMATS, isArray: true })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayUnique()
  @IsIn(REPORT_FORMATS, { each: true })
  formats!: ReportFormat[];
  @ApiPropertyOptional(REASON) @IsOmittable() @IsProse(200) reason?: string;
  @ApiPropertyOptional({ enum: ['shown', 'masked'] }) @IsOmittable() @IsIn(['shown', 'masked']) personalData?:
    'shown' | 'masked';
}
