import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsArray, IsIn, IsOptional, IsString, IsUUID, Length } from 'class-validator';
import { PageQuery } from '../../../common/http/page.js';
import { IsMonthText, IsProse } from '../../../common/http/validators.js';
import { ENTRY_QUESTIONS, type EntryQuestionCode } from '../../../domain/entries/questions.js';
import { ENTRY_STATUSES, type EntryStatus } from '../progress-entry.entity.js';
import { EnteredFiguresDto } from './entered-figures.dto.js';

/** What a month says about an indicator. */
export class SaveEntryDto extends EnteredFiguresDto {
  @ApiPropertyOptional() @IsOptional() @IsString() @Length(1, 1000) notApplicableReason?: string | null;
  @ApiPropertyOptional() @IsOptional() @IsString() @Length(1, 2000) deviationReason?: string | null;
  @ApiPropertyOptional() @IsOptional() @IsString() @Length(1, 2000) correctiveMeasure?: string | null;
  @ApiPropertyOptional() @IsOptional() @IsString() @Length(1, 2000) note?: string | null;
  /** Questions about the numbers that are answered "yes, it is right"; left out: as before, while the numbers stay. */
  @ApiPropertyOptional({ enum: ENTRY_QUESTIONS, isArray: true })
  @IsOptional()
  @IsArray()
  @IsIn(ENTRY_QUESTIONS, { each: true })
  confirmed?: EntryQuestionCode[] | null;
}

export class ReasonDto {
  @ApiPropertyOptional() @IsProse(1000) reason!: string;
}

export class EntryQuery extends PageQuery {
  @IsOptional() @IsMonthText() month?: string;
  @ApiPropertyOptional() @IsOptional() @IsUUID() departmentId?: string;
  @ApiPropertyOptional() @IsOptional() @IsUUID() sectionId?: string;
  @ApiPropertyOptional() @IsOptional() @Type(() => String) @IsUUID() indicatorId?: string;
  @ApiPropertyOptional({ enum: ENTRY_STATUSES }) @IsOptional() @IsIn(ENTRY_STATUSES) status?: EntryStatus;
}
