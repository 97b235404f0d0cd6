import { IsMonthText } from '../../common/http/validators.js';

export class WorkListQuery {
  /** The last month that is over; its year is looked at. */
  @IsMonthText() month!: string;
}
