import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, IsUUID, Length, Max, Min } from 'class-validator';
import { PageQuery } from '../../../common/http/page.js';
import { IsOmittable, IsProse } from '../../../common/http/validators.js';
import { SHEET_KINDS, type SheetKind } from '../../../domain/indicator.js';

export class SheetQuery extends PageQuery {
  @ApiPropertyOptional() @IsOptional() @Type(() => Number) @IsInt() @Min(1900) @Max(2999) year?: number;
  @ApiPropertyOptional() @IsOptional() @IsUUID() departmentId?: string;
  @ApiPropertyOptional({ enum: SHEET_KINDS }) @IsOptional() @IsIn(SHEET_KINDS) kind?: SheetKind;
}

/** By which rules a sheet is scored, for its whole year. */
export class AssignPolicyDto {
  @ApiProperty({ example: 'national-2020' }) @IsString() @Length(1, 40) policy!: string;
  @ApiProperty({ example: '市财政局要求从严评分' }) @IsProse(1000) reason!: string;
}

export class UpdateSheetDto {
  /** Whether a month needs evidence of its indicator's kind before it is submitted. */
  @ApiPropertyOptional() @IsOmittable() @IsBoolean() evidenceRequired?: boolean;
  /** null: nobody is named. */
  @ApiPropertyOptional({ type: String, nullable: true })
  @IsOptional()
  @IsString()
  @Length(1, 100)
  responsibleName?: string | null;
}
