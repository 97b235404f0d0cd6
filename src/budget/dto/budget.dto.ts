import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsArray, IsIn, IsObject, IsOptional, IsString, Length, ValidateNested } from 'class-validator';
import { IsDecimalText } from '../../common/http/validators.js';
import { SPENDING_QUESTIONS, type SpendingQuestionCode } from '../../domain/entries/questions.js';

/** 财政拨款, 上年结转资金, 其他资金; 万元. */
export class SpentBySourceDto {
  @IsDecimalText() fiscal!: string;
  @IsDecimalText() carriedOver!: string;
  @IsDecimalText() other!: string;
}

/** 万元; spent counts from January to the month. */
export class SaveBudgetDto {
  @IsDecimalText() spent!: string;
  /** Where the money came from, which the official forms print; together it must give `spent`. */
  @ApiPropertyOptional({ type: SpentBySourceDto, nullable: true })
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => SpentBySourceDto)
  spentBySource?: SpentBySourceDto | null;
  /** null: the budget was not adjusted, the sheet's funding total holds. */
  @IsOptional() @IsDecimalText() adjustedBudget?: string | null;
  /** Both are needed where less than 90 % is spent by December. */
  @ApiPropertyOptional() @IsOptional() @IsString() @Length(1, 2000) deviationReason?: string | null;
  @ApiPropertyOptional() @IsOptional() @IsString() @Length(1, 2000) correctiveMeasure?: string | null;
  /** Questions about the figures that are answered "yes, it is right"; left out: as before, while the figures stay. */
  @ApiPropertyOptional({ enum: SPENDING_QUESTIONS, isArray: true })
  @IsOptional()
  @IsArray()
  @IsIn(SPENDING_QUESTIONS, { each: true })
  confirmed?: SpendingQuestionCode[] | null;
}
