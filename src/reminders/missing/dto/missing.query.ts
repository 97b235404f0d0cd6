import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, IsUUID, Length, Max, Min } from 'class-validator';
import { IsMonthText } from '../../../common/http/validators.js';

export const FILE_FORMATS = ['xlsx', 'csv'] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];

/** Of a year, or of one month of it; of departments by id or by a part of their name. */
export class MissingQuery {
  @Type(() => Number) @IsInt() @Min(2000) @Max(2100) year!: number;
  @IsOptional() @IsMonthText() month?: string;
  @ApiPropertyOptional() @IsOptional() @IsUUID() departmentId?: string;
  @ApiPropertyOptional() @IsOptional() @IsString() @Length(1, 100) search?: string;
}

export class MissingFileQuery extends MissingQuery {
  @ApiPropertyOptional({ enum: FILE_FORMATS }) @IsOptional() @IsIn(FILE_FORMATS) format: FileFormat = 'xlsx';
}
