import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { AGGREGATIONS, type Aggregation } from '../../domain/indicator.js';

/** What a person decided about one indicator of the draft; `sheet` and `indicator` are places from 0. */
export class DecisionDto {
  @ApiProperty() @IsInt() @Min(0) @Max(999) sheet!: number;
  @ApiProperty() @IsInt() @Min(0) @Max(9999) indicator!: number;
  @ApiPropertyOptional({ enum: AGGREGATIONS }) @IsOptional() @IsIn(AGGREGATIONS) aggregation?: Aggregation;
  @ApiPropertyOptional() @IsOptional() @IsUUID() sectionId?: string;
  @ApiPropertyOptional() @IsOptional() @IsInt() @Min(1) @Max(12) dueMonth?: number;
}

/** Why a sheet is adopted although its weights do not give 100. */
export class WaiverDto {
  @ApiProperty() @IsInt() @Min(0) @Max(999) sheet!: number;
  @ApiProperty() @IsString() @Length(1, 1000) reason!: string;
}

export class AdoptDto {
  /** Sheets to adopt, by their place in the draft; by default all. */
  @ApiPropertyOptional({ type: [Number] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(1000)
  @IsInt({ each: true })
  sheets?: number[];

  @ApiPropertyOptional({ type: [DecisionDto] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(10_000)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => DecisionDto)
  decisions?: DecisionDto[];

  @ApiPropertyOptional({ type: [WaiverDto] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(1000)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => WaiverDto)
  waivers?: WaiverDto[];
}
