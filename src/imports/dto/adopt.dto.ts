import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  Min,
} from 'class-validator';
import {
  IsDecimalText,
  IsListOf,
  IsMailAddress,
  IsMonthText,
  IsOmittable,
  IsProse,
} from '../../common/http/validators.js';
import { AGGREGATIONS, type Aggregation } from '../../domain/aggregation.js';
import { type Rule, RULES } from '../../domain/indicator.js';
import { CONTACT_DUTIES, type ContactDuty } from '../../organisation/contact.entity.js';
import { type Weighing, WEIGHINGS } from '../repairs/repair.js';
import type { Taken } from '../adoption/proposals/take-proposals.js';
import { CreateCommitmentDto } from '../../targets/indicators/dto/indicator.dto.js';

/** What a person decided about one indicator of the draft; `sheet` and `indicator` are places from 0. */
export class DecisionDto {
  @ApiProperty() @IsInt() @Min(0) @Max(999) sheet!: number;
  @ApiProperty() @IsInt() @Min(0) @Max(9999) indicator!: number;
  @ApiPropertyOptional({ enum: AGGREGATIONS }) @IsOptional() @IsIn(AGGREGATIONS) aggregation?: Aggregation;
  @ApiPropertyOptional() @IsOptional() @IsUUID() sectionId?: string;
  /** Name of the value that it is entered by together with other rows of its department. */
  @ApiPropertyOptional({ example: '市长信箱回复率' }) @IsOmittable() @IsProse(200) measure?: string;
  @ApiPropertyOptional() @IsOptional() @IsInt() @Min(1) @Max(12) dueMonth?: number;
  @ApiPropertyOptional() @IsOmittable() @IsProse(200) name?: string;
  @ApiPropertyOptional() @IsOmittable() @IsString() @Length(0, 50) level1?: string;
  @ApiPropertyOptional() @IsOmittable() @IsString() @Length(0, 50) level2?: string;
  /** The target as a document would print it, such as `≥4篇/月`. */
  @ApiPropertyOptional() @IsOmittable() @IsString() @Length(1, 200) target?: string;
  /** The target is words, to be judged by a grade. */
  @ApiPropertyOptional() @IsOmittable() @IsBoolean() qualitative?: boolean;
  @IsOmittable() @IsDecimalText() weight?: string;
  @ApiPropertyOptional({ enum: RULES }) @IsOmittable() @IsIn(RULES) rule?: Rule;
}

/** What a person decided about the head of a sheet. */
export class SheetDecisionDto {
  @ApiProperty() @IsInt() @Min(0) @Max(999) sheet!: number;
  @ApiPropertyOptional() @IsOmittable() @IsString() @Length(1, 200) department?: string;
  /** The department that the printed name means. */
  @ApiPropertyOptional({ format: 'uuid' }) @IsOmittable() @IsUUID() departmentId?: string;
  /** It means so in other documents, too. */
  @ApiPropertyOptional() @IsOmittable() @IsBoolean() remember?: boolean;
  /** It is the department with exactly this name, and a new one where there is none. */
  @ApiPropertyOptional() @IsOmittable() @IsBoolean() departmentAsPrinted?: boolean;
  /** What is said of the department holds for all sheets of the document that print the same name. */
  @ApiPropertyOptional() @IsOmittable() @IsBoolean() everywhere?: boolean;
  @ApiPropertyOptional() @IsOmittable() @IsInt() @Min(2000) @Max(2099) fiscalYear?: number;
  @ApiPropertyOptional() @IsOmittable() @IsString() @Length(1, 200) project?: string;
  @IsOmittable() @IsDecimalText() executionWeight?: string;
  /** Leaves out the name and the telephone number of the person responsible. */
  @ApiPropertyOptional() @IsOmittable() @IsBoolean() withoutPersonalData?: boolean;
}

/** A promise of the goal that no indicator covers, to be tracked with weight 0. */
export class CommitmentDecisionDto extends CreateCommitmentDto {
  @ApiProperty() @IsInt() @Min(0) @Max(999) sheet!: number;
}

/** Why a sheet is adopted although its weights do not give 100. */
export class WaiverDto {
  @ApiProperty() @IsInt() @Min(0) @Max(999) sheet!: number;
  @ApiProperty() @IsProse(1000) reason!: string;
}

/** A proposal of GET /imports/{id}/proposals that is taken, as it is or changed. */
export class TakenProposalDto implements Taken {
  @ApiProperty() @IsString() @Length(1, 64) key!: string;
  /** Of a section or contact. */
  @ApiPropertyOptional() @IsOmittable() @IsProse(100) name?: string;
  /** Of a contact; to be given where the document prints none. */
  @ApiPropertyOptional() @IsOmittable() @IsMailAddress() email?: string;
  @ApiPropertyOptional() @IsOmittable() @Matches(/^[0-9+() -]{3,30}$/) phone?: string;
  @ApiPropertyOptional({ enum: CONTACT_DUTIES }) @IsOmittable() @IsIn(CONTACT_DUTIES) duty?: ContactDuty;
}

export class AdoptDto {
  /** Sheets to adopt, by their place in the draft; by default all. */
  @ApiPropertyOptional({ type: [Number] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(1000)
  @IsInt({ each: true })
  sheets?: number[];

  /** Only those that no error stands against; the others stay in the draft, are named with what is wrong, and can follow. */
  @ApiPropertyOptional() @IsOmittable() @IsBoolean() withoutErrors?: boolean;

  /**
   * First month of the sheets' year that is asked for: earlier ones are neither owed nor entered. What adds up is
   * entered in it from January on; what is due once a year is due as ever. By default January.
   */
  @ApiPropertyOptional({ example: '2026-11' }) @IsOmittable() @IsMonthText() firstMonth?: string;

  @IsOptional() @IsListOf(() => DecisionDto, { most: 10_000 }) decisions?: DecisionDto[];

  @IsOptional() @IsListOf(() => SheetDecisionDto, { most: 1000 }) sheetDecisions?: SheetDecisionDto[];

  @IsOptional() @IsListOf(() => CommitmentDecisionDto, { most: 1000 }) commitments?: CommitmentDecisionDto[];

  /** How every sheet that prints no weights gets them. */
  @ApiPropertyOptional({ enum: WEIGHINGS }) @IsOmittable() @IsIn(WEIGHINGS) weighing?: Weighing;

  /** Sections, contacts, owners and links of goals to be taken from the document: nothing is that is not named here. */
  @IsOptional() @IsListOf(() => TakenProposalDto, { most: 10_000 }) proposals?: TakenProposalDto[];

  @IsOptional() @IsListOf(() => WaiverDto, { most: 1000 }) waivers?: WaiverDto[];
}

/** Why an adoption is taken back; it stands in the audit log. */
export class UndoAdoptionDto {
  @ApiProperty({ example: '上传了旧版文件' }) @IsProse(1000) reason!: string;
}
