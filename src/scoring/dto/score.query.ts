import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsObject, IsOptional, IsString, IsUUID, Length, Matches, Max, Min } from 'class-validator';
import { IsMonthText } from '../../common/http/validators.js';
import { SHEET_KINDS, type SheetKind } from '../../domain/indicator.js';
import { TABLE_ORDERS, type TableOrder } from '../league/league-table.js';
import { VIEWS, type View } from '../shown-score.js';

export class ScoreQuery {
  /** By default the last month that is over. */
  @IsOptional() @IsMonthText() asOf?: string;
  @ApiPropertyOptional({ example: 'local-strict' }) @IsOptional() @IsString() @Length(1, 40) policy?: string;
  /** By default all three. */
  @ApiPropertyOptional({ enum: VIEWS }) @IsOptional() @IsIn(VIEWS) view?: View;
}

/** Of all sheets that the caller may see: those of one department, or of one kind. */
export class ScoresQuery {
  @IsMonthText() asOf!: string;
  @ApiPropertyOptional() @IsOptional() @IsUUID() departmentId?: string;
  @ApiPropertyOptional({ enum: SHEET_KINDS }) @IsOptional() @IsIn(SHEET_KINDS) kind?: SheetKind;
}

export class LeagueTableQuery extends ScoresQuery {
  /** Part of the name of a project or department. */
  @ApiPropertyOptional() @IsOptional() @IsString() @Length(1, 100) search?: string;
  /** By pace, by the points of the year, or by name; `-`: the last first. By default the best pace first. */
  @ApiPropertyOptional({ enum: TABLE_ORDERS }) @IsOptional() @IsIn(TABLE_ORDERS) order?: TableOrder;
  @ApiPropertyOptional() @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(500) limit = 500;
  /** `nextCursor` of the page before. */
  @ApiPropertyOptional() @IsOptional() @Matches(/^\d{1,9}$/) cursor?: string;
}

export class RisksQuery extends ScoresQuery {
  @ApiPropertyOptional() @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(50) limit = 10;
  /** `mine`: only indicators that the caller may enter for. */
  @ApiPropertyOptional({ enum: ['all', 'mine'] }) @IsOptional() @IsIn(['all', 'mine']) whose: 'all' | 'mine' = 'all';
}

export class ComparisonQuery extends LeagueTableQuery {
  @ApiProperty({ example: 'local-strict' }) @IsString() @Length(1, 40) policy!: string;
}

/** Rules that are being written, as `policies/policy.schema.json` describes them. */
export class ComparedRulesDto {
  @ApiProperty({ type: 'object', additionalProperties: true }) @IsObject() policy!: Record<string, unknown>;
}
