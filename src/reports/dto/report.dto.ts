import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { PageQuery } from '../../common/http/page.js';
import { IsMonthText, IsOmittable, IsProse } from '../../common/http/validators.js';
import type { Language } from '../../domain/domain-error.js';
import { REPORT_KINDS, REPORT_SCOPES, type ReportKind, type ReportScope } from '../content/report-content.js';
import { REPORT_FORMATS, type ReportFormat } from '../writers/formats.js';

export const LANGUAGES = ['zh', 'en'] as const;
export const REASON = { example: '补报 9 月信息数量' };

export class ReportQuery extends PageQuery {
  @ApiPropertyOptional({ enum: REPORT_KINDS }) @IsOptional() @IsIn(REPORT_KINDS) kind?: ReportKind;
  /** Of sheets, of whole departments, or of the whole installation. */
  @ApiPropertyOptional({ enum: REPORT_SCOPES }) @IsOptional() @IsIn(REPORT_SCOPES) scope?: ReportScope;
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
