import { IsOptional } from 'class-validator';
import { IsDecimalText } from '../../common/http/validators.js';

/** 万元; spent counts from January to the month. */
export class SaveBudgetDto {
  @IsDecimalText() spent!: string;
  /** null: the budget was not adjusted, the sheet's funding total holds. */
  @IsOptional() @IsDecimalText() adjustedBudget?: string | null;
}
