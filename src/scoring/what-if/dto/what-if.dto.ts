import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  ValidateNested,
} from 'class-validator';
import { IsDecimalText, IsLocalDate, IsMonthText, IsProse } from '../../../common/http/validators.js';
import { GRADES, type Grade } from '../../../domain/indicator.js';

export class AssumedEntryDto {
  @ApiProperty() @IsUUID() indicatorId!: string;
  @IsMonthText() month!: string;
  @IsOptional() @IsDecimalText() value?: string | null;
  @IsOptional() @IsDecimalText() numerator?: string | null;
  @IsOptional() @IsDecimalText() denominator?: string | null;
  @ApiPropertyOptional({ enum: GRADES }) @IsOptional() @IsIn(GRADES) grade?: Grade | null;
  @IsOptional() @IsDecimalText() coefficient?: string | null;
  @ApiPropertyOptional({ type: String, format: 'date', nullable: true }) @IsOptional() @IsLocalDate() completedOn?:
    string | null;
  @ApiPropertyOptional() @IsOptional() @IsBoolean() notApplicable?: boolean;
}

export class WhatIfDto {
  /** By default December: the end of the year. */
  @IsOptional() @IsMonthText() asOf?: string;
  @ApiPropertyOptional({ example: 'local-strict' }) @IsOptional() @IsString() @Length(1, 40) policy?: string;
  @ApiProperty({ type: [AssumedEntryDto] })
  @IsArray()
  @ArrayMaxSize(1000)
  @ValidateNested({ each: true })
  @Type(() => AssumedEntryDto)
  entries!: AssumedEntryDto[];
}

export class SaveScenarioDto extends WhatIfDto {
  @ApiProperty({ example: '下半年每月多开一次会' }) @IsProse(100) name!: string;
}
