import { type Actor, isInScope } from '../common/access/actor.js';
import type { Month } from '../domain/calendar/month.js';

/** The scores of a sheet are other ones, as of this month and every later one. */
interface ScoreChanged {
  readonly name: 'score-changed';
  readonly audience: { readonly departmentId: string };
  readonly data: { readonly sheetId: string; readonly departmentId: string; readonly fromMonth: Month };
}

export type WorkState = 'running' | 'done' | 'failed';

/** How far a piece of long work is; whoever began it is told. */
interface WorkProgressed {
  readonly name: 'work-progress';
  readonly audience: { readonly userId: string };
  readonly data: {
    readonly id: string;
    /** Such as `import` or `reports`. */
    readonly kind: string;
    readonly state: WorkState;
    readonly done: number;
    /** null: nobody knows yet. */
    readonly total: number | null;
  };
}

/**
 * Something that open pages want to know at once. It says only what to look at again: the figures themselves come from
 * the ordinary routes, which check who asks.
 */
export type Event = ScoreChanged | WorkProgressed;

export function isFor({ audience }: Event, { userId, scope }: Pick<Actor, 'userId' | 'scope'>): boolean {
  return 'userId' in audience ? audience.userId === userId : isInScope(scope, audience.departmentId);
}
