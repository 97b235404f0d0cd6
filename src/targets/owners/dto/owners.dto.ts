import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { IsBoolean, IsInt, IsOptional, IsString, IsUUID, Length, Max, Min, ValidateIf } from 'class-validator';
import { PageQuery } from '../../../common/http/page.js';
import { AnsweredByRow } from '../../../common/http/unfit-values.js';
import { IsListOf } from '../../../common/http/validators.js';

const MOST_ROWS = 1000;
const WORDS: Readonly<Record<string, boolean>> = { true: true, false: false };
/** Ids are compared as we write them. */
const inSmallLetters = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' ? value.toLowerCase() : value;

/** In the order of the sheets. */
export class OwnersQuery extends PageQuery {
  @ApiPropertyOptional() @IsOptional() @Type(() => Number) @IsInt() @Min(1900) @Max(2199) year?: number;
  @ApiPropertyOptional() @IsOptional() @IsUUID() departmentId?: string;
  @ApiPropertyOptional() @IsOptional() @IsUUID() sheetId?: string;
  /** The document that brought the sheets. */
  @ApiPropertyOptional() @IsOptional() @IsUUID() importId?: string;
  @ApiPropertyOptional() @IsOptional() @IsUUID() sectionId?: string;
  /** Part of the name of an indicator or its project. */
  @ApiPropertyOptional() @IsOptional() @IsString() @Length(1, 100) search?: string;
  /** Only those that no section owns. */
  @ApiPropertyOptional({ type: Boolean })
  @IsOptional()
  @Transform(({ obj }: { obj: Record<string, unknown> }) => WORDS[String(obj.unowned)] ?? obj.unowned)
  @IsBoolean()
  unowned?: boolean;
}

export class OwnedRowDto {
  @ApiProperty() @Transform(inSmallLetters) @IsUUID() indicatorId!: string;
  /** The version that was seen. */
  @ApiProperty() @IsInt() @Min(1) @Max(1_000_000_000) version!: number;
  /** Of the department of its sheet; null takes it from its section. */
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  @Transform(inSmallLetters)
  @ValidateIf((_, value) => value !== null)
  @IsUUID()
  sectionId!: string | null;
}

@AnsweredByRow()
export class OwnDto {
  @IsListOf(() => OwnedRowDto, { least: 1, most: MOST_ROWS }) rows!: OwnedRowDto[];
}
