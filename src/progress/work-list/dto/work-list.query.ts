import { IsMonthText } from '../../../common/http/validators.js';

export class WorkListQuery {
  /** The last month that is over; it and the eleven before it are looked at. */
  @IsMonthText() month!: string;
}
