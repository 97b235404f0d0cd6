import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { checkAsMeant, refuseAltered } from '../../audit/as-meant.js';
import type { Month } from '../../domain/calendar/month.js';
import type { SaveEntryDto } from './dto/entry.dto.js';
import { checkAsSaid, differing } from './as-said.js';
import { APPROVED_CONTENT, CONTENT, contentOf, ENTRY } from './entry-columns.js';
import type { ChangeAction } from './history/progress-change.entity.js';
import { EMPTY, type EntryStatus, type ProgressEntry, type StoredStatus } from './progress-entry.entity.js';
import type { EntryKey } from './progress.repository.js';
import { WITHDRAWABLE_MS } from './transitions.js';

/** Who did it, when, and why where a reason belongs to it. */
export interface ChangeContext {
  readonly action: ChangeAction;
  readonly actor: string;
  /** The absent head whose deputy the actor is. */
  readonly onBehalfOf?: string | null;
  readonly at: Date;
  readonly reason?: string | null;
}

/** An entry as its editor has seen it; `version` null: there was none. */
export interface SeenEntry extends EntryKey {
  readonly version: number | null;
}

export interface EntryToSave extends SeenEntry {
  /** null: the entry is emptied. */
  readonly content: SaveEntryDto | null;
  /** Saved for all that its measure feeds: the only way to enter a linked indicator. */
  readonly throughMeasure?: boolean;
}

export interface EntryToMove extends SeenEntry {
  /** Whether the month is past its due date, where the entry is submitted. */
  readonly late?: boolean;
}

/** An entry as a save leaves it; `empty`: there is none any more. */
export type StoredEntry = Omit<ProgressEntry, 'status'> & { readonly status: StoredStatus };

/** An entry that was made elsewhere, with the state it had reached there. */
export interface TakenOverEntry extends SaveEntryDto {
  readonly indicatorId: string;
  readonly month: Month;
  readonly status: EntryStatus;
}

const names = CONTENT.map(({ column }) => column).join(', ');
const numbersOf = (row: string): string =>
  ['value', 'numerator', 'denominator', 'completed_on', 'not_applicable']
    .map((column) => `${row}.${column}`)
    .join(', ');
const contentFrom = (row: string): string => CONTENT.map(({ column }) => `${column} = ${row}.${column}`).join(', ');
const given = CONTENT.map(({ type }, index) => `$${index + 12}::${type}[]`).join(', ');

/** With whoever acts now, and whom they act for. */
const authors = (known: string, actor: string, onBehalfOf: string): string =>
  `(SELECT array_agg(DISTINCT who ORDER BY who) FROM unnest(${known} || ARRAY[${actor}, ${onBehalfOf}]::text[]) AS who
    WHERE who IS NOT NULL)`;

// An update is only for the version that was seen, an insert only where there is nothing: no row, or an emptied one, whose
// versions go on. Each leaves its history. Rows in one order, so that two saves of many do not wait for each other.
// What was confirmed was confirmed of these numbers. A reopened entry that is emptied stays, as its approved value counts.
const SAVE = `
  WITH given AS (
    SELECT * FROM unnest($5::uuid[], $6::uuid[], $7::uuid[], $8::text[], $9::int[], $10::boolean[], $11::text[], ${given})
      AS g (id, change_id, indicator_id, month, seen, emptied, confirmed, ${names})
  ), updated AS (
    UPDATE progress_entry e
    SET ${contentFrom('g')}, status = CASE WHEN g.emptied AND e.last_approved IS NULL THEN '${EMPTY}' ELSE 'draft' END, version = e.version + 1,
        updated_at = $1::timestamptz, authors = ${authors('e.authors', '$2', '$3')},
        confirmed = CASE WHEN g.confirmed IS NOT NULL THEN string_to_array(g.confirmed, ',')
                         WHEN (${numbersOf('e')}) IS NOT DISTINCT FROM (${numbersOf('g')}) THEN e.confirmed ELSE '{}' END
    FROM given g
    WHERE e.indicator_id = g.indicator_id AND e.month = g.month AND e.version = g.seen AND e.status IN ('draft', 'returned')
    RETURNING e.*
  ), inserted AS (
    INSERT INTO progress_entry AS e (id, indicator_id, month, ${names}, updated_at, authors, confirmed)
    SELECT id, indicator_id, month, ${names}, $1::timestamptz, ${authors("'{}'::text[]", '$2', '$3')},
           coalesce(string_to_array(confirmed, ','), '{}')
    FROM given WHERE seen IS NULL AND NOT emptied
    ORDER BY indicator_id, month
    ON CONFLICT (indicator_id, month) DO UPDATE
      SET ${contentFrom('excluded')}, status = 'draft', version = e.version + 1, updated_at = excluded.updated_at,
          authors = ${authors('e.authors', '$2', '$3')}, confirmed = excluded.confirmed
      WHERE e.status = '${EMPTY}'
    RETURNING e.*
  ), changed AS (
    SELECT * FROM updated UNION ALL SELECT * FROM inserted
  ), history AS (
    INSERT INTO progress_change (id, entry_id, version, action, actor, on_behalf_of, reason, entry, changed_at)
    SELECT g.change_id, c.id, c.version, CASE WHEN g.emptied THEN 'emptied' ELSE 'saved' END, $2, $3, $4, to_jsonb(c),
           $1::timestamptz
    FROM changed c JOIN given g USING (indicator_id, month)
  )
  SELECT ${ENTRY} FROM changed`;

/** A field of the entry before the decision about it. */
const HANDED_IN = (field: string): string =>
  `(SELECT b.entry -> ${field} FROM progress_change b WHERE b.entry_id = e.id AND b.version = e.version - 1)`;

// What is meant is worked out once: it is written, and what is stored is compared with it (a trigger may alter it).
// Late is what was first submitted late: an entry that came back may be submitted again in peace. A recall undoes that.
// A reopened entry keeps what was approved, which counts until it is approved again. A decision that is withdrawn leaves the
// entry as it was handed in: its line of history before the decision says who wrote it and what had been approved.
const MOVE = `
  WITH given AS (
    SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::int[], $5::boolean[])
      AS g (change_id, indicator_id, month, seen, is_late)
  ), meant AS MATERIALIZED (
    SELECT e.id, g.change_id, e.version AS seen, to_jsonb(e) AS was,
           CASE $7 WHEN 'submitted' THEN CASE WHEN e.submitted_at IS NULL THEN g.is_late ELSE e.late END
                   WHEN 'recalled' THEN false ELSE e.late END AS late,
           CASE $7 WHEN 'submitted' THEN ${authors('e.authors', '$9', '$12')}
                   WHEN 'approved' THEN '{}'
                   WHEN 'withdrawn' THEN ARRAY(SELECT jsonb_array_elements_text(${HANDED_IN("'authors'")}))
                   ELSE e.authors END AS authors,
           CASE $7 WHEN 'submitted' THEN $9 WHEN 'recalled' THEN NULL ELSE e.submitted_by END AS submitted_by,
           CASE $7 WHEN 'submitted' THEN $8::timestamptz WHEN 'recalled' THEN NULL ELSE e.submitted_at END AS submitted_at,
           CASE $7 WHEN 'reopened' THEN ${APPROVED_CONTENT} WHEN 'approved' THEN NULL
                   WHEN 'withdrawn' THEN nullif(${HANDED_IN("'last_approved'")}, 'null')
                   ELSE e.last_approved END AS last_approved
    FROM given g JOIN progress_entry e ON e.indicator_id = g.indicator_id AND e.month = g.month
    WHERE e.version = g.seen AND e.status = ANY ($11)
      AND CASE $7 WHEN 'approved' THEN NOT e.authors && ARRAY[$9, $12]::text[]
                  WHEN 'recalled' THEN e.submitted_by = $9
                  WHEN 'withdrawn' THEN EXISTS (
                    SELECT FROM progress_change d WHERE d.entry_id = e.id AND d.version = e.version AND d.actor = $9
                      AND d.action IN ('approved', 'returned') AND d.changed_at > $8::timestamptz - $13 * interval '1 ms')
                  ELSE true END
  ), changed AS (
    UPDATE progress_entry e
    SET status = $6, version = e.version + 1, updated_at = $8::timestamptz, late = m.late, authors = m.authors,
        submitted_by = m.submitted_by, submitted_at = m.submitted_at, last_approved = m.last_approved
    FROM meant m WHERE e.id = m.id AND e.version = m.seen
    RETURNING e.*
  ), history AS (
    INSERT INTO progress_change (id, entry_id, version, action, actor, on_behalf_of, reason, entry, changed_at)
    SELECT m.change_id, c.id, c.version, $7, $9, $12, $10, to_jsonb(c), $8::timestamptz
    FROM changed c JOIN meant m ON m.id = c.id
  )
  SELECT ${ENTRY}, altered FROM (
    SELECT c.*, ${differing(
      'to_jsonb(c)',
      `m.was || jsonb_build_object('status', $6, 'version', m.seen + 1, 'updated_at', $8::timestamptz, 'late', m.late,
        'authors', m.authors, 'submitted_by', m.submitted_by, 'submitted_at', m.submitted_at, 'last_approved', m.last_approved)`,
    )} AS altered
    FROM changed c JOIN meant m ON m.id = c.id) AS moved`;

/** Writes of any number of entries: each change and its line of history in one statement, and so in one round trip. */
@Injectable()
export class EntryWritesRepository {
  /** @returns the entries that were as seen and may be changed; the others are left as they are. @throws DomainError `values-altered` */
  async save(
    manager: EntityManager,
    rows: readonly EntryToSave[],
    { actor, onBehalfOf = null, at, reason = null }: Omit<ChangeContext, 'action'>,
  ): Promise<StoredEntry[]> {
    await checkAsSaid(manager, rows);
    const saved: StoredEntry[] = await manager.query(SAVE, [
      at,
      actor,
      onBehalfOf,
      reason,
      rows.map(() => uuid()),
      rows.map(() => uuid()),
      rows.map(({ indicatorId }) => indicatorId),
      rows.map(({ month }) => month),
      rows.map(({ version }) => version),
      rows.map(({ content }) => content === null),
      rows.map(({ content }) => content?.confirmed?.join(',') ?? null),
      ...CONTENT.map(({ of }) => rows.map(({ content }) => of(content ?? {}))),
    ]);
    const meant = new Map(
      rows.map(({ indicatorId, month, content }) => [`${indicatorId.toLowerCase()} ${month}`, content ?? {}]),
    );
    for (const entry of saved)
      checkAsMeant(manager, 'progress_entry', contentOf(meant.get(`${entry.indicatorId} ${entry.month}`) ?? {}), entry);
    return saved;
  }

  /**
   * Moves entries from one of the states to another: nothing else of them changes, neither before nor meanwhile.
   * @returns those that were as seen, and in such a state. @throws DomainError `values-altered`
   */
  async move(
    manager: EntityManager,
    rows: readonly EntryToMove[],
    { from, to }: { readonly from: readonly EntryStatus[]; readonly to: EntryStatus },
    { action, actor, onBehalfOf = null, at, reason = null }: ChangeContext,
  ): Promise<ProgressEntry[]> {
    await checkAsSaid(manager, rows);
    const moved: (ProgressEntry & { altered: string[] | null })[] = await manager.query(MOVE, [
      rows.map(() => uuid()),
      rows.map(({ indicatorId }) => indicatorId),
      rows.map(({ month }) => month),
      rows.map(({ version }) => version),
      rows.map(({ late = false }) => late),
      to,
      action,
      at,
      actor,
      reason,
      from,
      onBehalfOf,
      WITHDRAWABLE_MS,
    ]);
    refuseAltered(manager, 'progress_entry', [...new Set(moved.flatMap(({ altered }) => altered ?? []))]);
    return moved.map(({ altered: _, ...entry }) => entry);
  }

  /**
   * Inserts entries that were made elsewhere, each with its first line of history; existing ones are left alone.
   * @returns the ids of those that are new
   */
  async takeOver(
    manager: EntityManager,
    entries: readonly TakenOverEntry[],
    context: ChangeContext,
  ): Promise<string[]> {
    const rows = entries.map((entry) => ({ ...entry, id: uuid(), changeId: uuid() }));
    const taken: { id: string }[] = await manager.query(
      `WITH taken AS (
         SELECT * FROM jsonb_to_recordset($1::jsonb) AS t (
           id uuid, "changeId" uuid, "indicatorId" uuid, month text, value numeric, numerator numeric, denominator numeric,
           grade text, coefficient numeric, "completedOn" text, "notApplicable" boolean, "notApplicableReason" text, "deviationReason" text,
           "correctiveMeasure" text, note text, status text)
       ), inserted AS (
         INSERT INTO progress_entry (id, indicator_id, month, ${names}, status, authors, submitted_by, submitted_at, updated_at)
         SELECT id, "indicatorId", month, value, numerator, denominator, grade, coefficient, "completedOn", coalesce("notApplicable", false),
                "notApplicableReason", "deviationReason", "correctiveMeasure", note, status,
                CASE WHEN status = 'approved' THEN '{}' ELSE ARRAY[$2] END,
                CASE WHEN status = 'draft' THEN NULL ELSE $2 END,
                CASE WHEN status = 'draft' THEN NULL ELSE $3::timestamptz END, $3::timestamptz
         FROM taken
         ON CONFLICT (indicator_id, month) DO NOTHING
         RETURNING *
       )
       INSERT INTO progress_change (id, entry_id, version, action, actor, entry, changed_at)
       SELECT t."changeId", i.id, 1, $4, $2, to_jsonb(i), $3::timestamptz FROM inserted i JOIN taken t ON t.id = i.id
       RETURNING entry_id AS id`,
      [JSON.stringify(rows), context.actor, context.at, context.action],
    );
    return taken.map(({ id }) => id);
  }
}
