import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, IsUUID, Length } from 'class-validator';
import { IsListOf, IsMonthText, IsProse } from '../../../common/http/validators.js';
import { EnteredFiguresDto } from '../../../progress/entries/dto/entered-figures.dto.js';

export class AssumedEntryDto extends EnteredFiguresDto {
  @ApiProperty() @IsUUID() indicatorId!: string;
  @IsMonthText() month!: string;
}

export class WhatIfDto {
  /** By default December: the end of the year. */
  @IsOptional() @IsMonthText() asOf?: string;
  @ApiPropertyOptional({ example: 'local-strict' }) @IsOptional() @IsString() @Length(1, 40) policy?: string;
  @IsListOf(() => AssumedEntryDto, { most: 1000 }) entries!: AssumedEntryDto[];
}

export class SaveScenarioDto extends WhatIfDto {
  @ApiProperty({ example: '下半年每月多开一次会' }) @IsProse(100) name!: string;
}
