import { Type } from 'class-transformer';
import { IsInt, Max, Min } from 'class-validator';

/** The fiscal year that the sheets to fill in are for. */
export class EmptyWorkbookQuery {
  @Type(() => Number) @IsInt() @Min(1900) @Max(2999) year!: number;
}
