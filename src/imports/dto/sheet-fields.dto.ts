import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { IsDecimalText, IsListOf, IsMailAddress, IsOmittable, IsProse } from '../../common/http/validators.js';
import { SHEET_KINDS, type SheetKind } from '../../domain/indicator.js';
import { CONTACT_DUTIES, type ContactDuty } from '../../organisation/contact.entity.js';
import type { SheetFields } from '../repairs/repair.js';
import type { ProposedContact } from '../repairs/applied/repairable-draft.js';

class FundingSourceDto {
  @IsProse(100) name!: string;
  @IsDecimalText() amount!: string;
}

class ProposedContactDto implements ProposedContact {
  @IsProse(100) name!: string;
  @IsMailAddress() email!: string;
  @IsOptional() @IsString() @MaxLength(50) phone: string | null = null;
  @IsIn(CONTACT_DUTIES) duty!: ContactDuty;
}

/** Null empties a field that may be empty; what is left out stays as it is. */
export class SheetFieldsDto implements SheetFields {
  @IsOmittable() @IsIn(SHEET_KINDS) kind?: SheetKind;
  @IsOptional() @IsInt() @Min(2000) @Max(2099) fiscalYear?: number | null;
  @IsOptional() @IsString() @MaxLength(200) department?: string | null;
  @IsOptional() @IsUUID() departmentId?: string | null;
  @IsOmittable() @IsBoolean() departmentAsPrinted?: boolean;
  @IsOptional() @IsString() @MaxLength(200) project?: string | null;
  @IsOptional() @IsString() @MaxLength(100) responsibleName?: string | null;
  @IsOptional() @IsString() @MaxLength(50) responsiblePhone?: string | null;
  @IsOptional() @IsString() @MaxLength(20_000) goal?: string | null;
  @IsOmittable() @IsArray() @ArrayMaxSize(100) @IsString({ each: true }) goals?: string[];
  @IsOmittable() @IsArray() @ArrayMaxSize(100) @IsArray({ each: true }) goalRows?: string[][];
  @IsOptional() @IsDecimalText() fundingTotal?: string | null;
  @IsOptional() @IsDecimalText() fundingFiscal?: string | null;
  @IsOptional() @IsDecimalText() fundingOther?: string | null;
  @IsOptional() @IsDecimalText() fundingCarriedOver?: string | null;
  @IsOptional() @IsDecimalText() fundingSpent?: string | null;
  @IsOmittable() @IsListOf(() => FundingSourceDto, { most: 100 }) fundingSources?: FundingSourceDto[];
  @IsOptional() @IsDecimalText() executionWeight?: string | null;
  @IsOptional() @IsDecimalText() publishedTotal?: string | null;
  @IsOptional() @IsDecimalText() publishedExecutionRate?: string | null;
  @IsOptional() @IsDecimalText() publishedExecutionScore?: string | null;
  @IsOmittable()
  @IsArray()
  @ArrayMaxSize(200)
  @IsString({ each: true })
  @Length(1, 100, { each: true })
  sections?: string[];
  @IsOptional() @IsObject() @ValidateNested() @Type(() => ProposedContactDto) contact?: ProposedContactDto | null;
  @IsOptional() @IsProse(1000) waiver?: string | null;
}
