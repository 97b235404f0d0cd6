import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, Length } from 'class-validator';
import { IsDecimalText } from '../../common/http/validators.js';

/** 万元; spent counts from January to the month. */
export class SaveBudgetDto {
  @IsDecimalText() spent!: string;
  /** null: the budget was not adjusted, the sheet's funding total holds. */
  @IsOptional() @IsDecimalText() adjustedBudget?: string | null;
  /** Both are needed where less than 90 % is spent by December. */
  @ApiPropertyOptional() @IsOptional() @IsString() @Length(1, 2000) deviationReason?: string | null;
  @ApiPropertyOptional() @IsOptional() @IsString() @Length(1, 2000) correctiveMeasure?: string | null;
}
