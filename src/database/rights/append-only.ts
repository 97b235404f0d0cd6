/**
 * Tables of histories, which the service adds to and never changes (ADR 20): its role may neither update nor delete their
 * lines. Each with the columns that may change all the same.
 */
export const APPEND_ONLY: Readonly<Record<string, readonly string[]>> = {
  audit_checkpoint: [],
  audit_event: [],
  budget_change: [],
  goal_progress: [],
  import_repair: [],
  // The plan by months belongs to what is in force last, and is changed there.
  indicator_revision: ['milestones'],
  month_decision: [],
  progress_change: [],
  report: [],
  sheet_revision: [],
};

export const MIGRATIONS_TABLE = 'migrations';

/** What was applied, and where the audit log was shortened, is the owner's to write down. */
const OF_THE_OWNER = [MIGRATIONS_TABLE, 'audit_checkpoint'];

type Right = 'SELECT' | 'INSERT' | 'UPDATE' | 'DELETE';

/** What the service needs on a table or view, and may have: everything else is too much. */
export function neededRights({ name, isView }: { readonly name: string; readonly isView: boolean }): {
  rights: readonly Right[];
  updatable: readonly string[];
} {
  if (isView || OF_THE_OWNER.includes(name)) return { rights: ['SELECT'], updatable: [] };
  const updatable = APPEND_ONLY[name];
  if (updatable) return { rights: ['SELECT', 'INSERT'], updatable };
  return { rights: ['SELECT', 'INSERT', 'UPDATE', 'DELETE'], updatable: [] };
}
