import type { EntityManager } from 'typeorm';
import type { VouchedTable } from './rows/vouched-tables.js';

/** How the lines of a history are told apart, and what of them is not a matter of history. */
interface History {
  /** Columns of the key, with their types. */
  readonly key: Readonly<Record<string, string>>;
  /** When it happened: printed in whatever time zone a session has, it would not be the same twice. */
  readonly at?: string;
  /** May be changed. */
  readonly without?: string;
}

/** Tables of lines that are never changed; what a line of the audit log says of them can be proved. */
const HISTORIES = {
  progress_change: { key: { id: 'uuid' }, at: 'changed_at' },
  goal_progress: { key: { goal_id: 'uuid', month: 'text', version: 'int' }, at: 'written_at' },
  budget_change: { key: { budget_id: 'uuid', version: 'int' }, at: 'changed_at' },
  month_decision: { key: { department_id: 'uuid', month: 'text', version: 'int' }, at: 'decided_at' },
  sheet_revision: { key: { id: 'uuid' }, at: 'revised_at' },
  indicator_revision: { key: { indicator_id: 'uuid', number: 'int' }, without: 'milestones' },
  import_repair: { key: { import_id: 'uuid', number: 'int' }, at: 'made_at' },
} as const satisfies Record<string, History>;

export type HistoryTable = keyof typeof HISTORIES;
export const HISTORY_TABLES = Object.keys(HISTORIES) as HistoryTable[];

/**
 * By history, the hashes of lines by their keys (`goal month version`); by other tables, of rows as they were before and are now
 * (`rows/witnessed.ts`).
 */
export type Covers = Partial<Record<HistoryTable | VouchedTable, Readonly<Record<string, string>>>>;

export interface HistoryLine {
  readonly key: string;
  /** SHA-256, base64, over what the line says. */
  readonly hash: string;
}

const historyOf = (table: HistoryTable): History => HISTORIES[table];

/** The key of a line `h` (SQL). */
export const keyOfHistory = (table: HistoryTable): string =>
  `concat_ws(' ', ${Object.keys(historyOf(table).key)
    .map((column) => `h.${column}`)
    .join(', ')})`;

/** `key` and `hash` of a line `h` (SQL). Only of functions of PostgreSQL's own: an owner of tables could replace others. */
export function lineOfHistory(table: HistoryTable): string {
  const { at, without } = historyOf(table);
  const said = without ? `(to_jsonb(h) - '${without}')` : 'to_jsonb(h)';
  const exactly = at ? `${said} || jsonb_build_object('${at}', extract(epoch FROM h.${at}))` : said;
  return `${keyOfHistory(table)} AS key,
    encode(sha256(convert_to(jsonb_strip_nulls(${exactly})::text, 'UTF8')), 'base64') AS hash`;
}

/** The lines with these keys, as they are now; those that are not there are left out. */
export function linesOfHistory(
  manager: EntityManager,
  table: HistoryTable,
  keys: readonly string[],
): Promise<HistoryLine[]> {
  const columns = Object.entries(historyOf(table).key);
  const given = columns.map(([, type], place) => `$${place + 1}::${type}[]`).join(', ');
  const names = columns.map(([column]) => column);
  const same = names.map((column) => `h.${column} = given.${column}`).join(' AND ');
  const parts = keys.map((key) => key.split(' '));
  return manager.query(
    `SELECT ${lineOfHistory(table)} FROM unnest(${given}) AS given (${names.join(', ')}) JOIN ${table} h ON ${same}`,
    columns.map((_, place) => parts.map((part) => part[place])),
  );
}

/** All lines of a history, in pieces. */
export async function* wholeHistory(manager: EntityManager, table: HistoryTable, atOnce: number) {
  const names = Object.keys(historyOf(table).key);
  const types = Object.values(historyOf(table).key);
  const row = names.map((name) => `h.${name}`).join(', ');
  let last: string[] | null = null;
  for (;;) {
    const after = names.map((_, place) => `$${place + 2}::${types[place]}`).join(', ');
    const lines: HistoryLine[] = await manager.query(
      `SELECT ${lineOfHistory(table)} FROM ${table} h ${last ? `WHERE (${row}) > (${after})` : ''} ORDER BY ${row} LIMIT $1`,
      [atOnce, ...(last ?? [])],
    );
    if (lines.length > 0) yield lines;
    if (lines.length < atOnce) return;
    last = lines.at(-1)?.key.split(' ') ?? null;
  }
}

export const covering = (table: HistoryTable, lines: readonly HistoryLine[]): Covers => ({
  [table]: Object.fromEntries(lines.map(({ key, hash }) => [key, hash])),
});

/** What a line of the audit log says that was written together with these lines of a history. */
export const coveredLines = async (manager: EntityManager, table: HistoryTable, keys: readonly string[]) =>
  covering(table, await linesOfHistory(manager, table, keys));
