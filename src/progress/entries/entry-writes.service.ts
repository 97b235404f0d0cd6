import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { DomainError } from '../../domain/domain-error.js';
import type { Question, QuestionCode } from '../../domain/entries/questions.js';
import { type IndicatorOfYear, IndicatorsService } from '../../targets/indicators/indicators.service.js';
import { SheetChanges } from '../../targets/sheets/sheet-changes.js';
import { recordMoves, recordTakenOver } from './history/entry-audit.js';
import { EntryChecks } from './entry-checks.js';
import { refusalOf } from './errors.js';
import {
  type ChangeContext,
  type EntryToMove,
  type EntryToSave,
  EntryWritesRepository,
  type SeenEntry,
  type StoredEntry,
  type TakenOverEntry,
} from './entry-writes.repository.js';
import { LinkedEntries } from './linked-entries.js';
import { EMPTY, type ProgressEntry } from './progress-entry.entity.js';
import { entryKey, ProgressRepository } from './progress.repository.js';
import { RESCORING, type Transition, TRANSITIONS } from './transitions.js';

/**
 * What became of one row: the entry as it is now, null where it was emptied, with what is still to be answered about it;
 * or why it was not written.
 */
export type Outcome =
  | { readonly entry: ProgressEntry | null; readonly refusal: null; readonly questions: readonly Question[] }
  | { readonly entry: null; readonly refusal: DomainError };

type Indicators = ReadonlyMap<string, IndicatorOfYear>;

/** Saves and moves entries, one or many, in the caller's transaction; each row is written or refused for itself. */
@Injectable()
export class EntryWritesService {
  constructor(
    private readonly writes: EntryWritesRepository,
    private readonly entries: ProgressRepository,
    private readonly indicators: IndicatorsService,
    private readonly linked: LinkedEntries,
    private readonly checks: EntryChecks,
    private readonly changes: SheetChanges,
  ) {}

  /** Saves drafts, or empties them. @returns what became of each row, in their order */
  async save(
    rows: readonly EntryToSave[],
    context: Omit<ChangeContext, 'action'>,
    manager: EntityManager,
  ): Promise<Outcome[]> {
    const indicators = await this.indicatorsOf(rows, manager);
    const refusals = await this.checks.beforeSaving(manager, rows, indicators);
    const valid = rows.filter((row) => !refusals.has(row));
    const asked = await this.checks.asked(manager, valid, indicators);
    const answered = valid.map((row) => withAnswers(row, asked.get(row) ?? []));
    const written = valid.length > 0 ? await this.writes.save(manager, answered, context) : [];
    const outcomes = await this.outcomes(manager, rows, written, refusals, { ...context, action: 'saved' });
    return outcomes.map((outcome, index) => {
      const row = rows[index];
      return row && !outcome.refusal
        ? { ...outcome, questions: unanswered(asked.get(row) ?? [], outcome.entry) }
        : outcome;
    });
  }

  /** Submits, recalls, approves, returns or reopens; what changes a score rescores its sheet in the same transaction. */
  async move(
    transition: Transition,
    rows: readonly SeenEntry[],
    context: Omit<ChangeContext, 'action'>,
    manager: EntityManager,
  ): Promise<Outcome[]> {
    const { indicators, siblings } = await this.linked.of(manager, rows, await this.indicatorsOf(rows, manager));
    const all = [...rows, ...[...siblings.values()].flat()];
    const { refusals, late } = await this.checks.beforeMoving(manager, transition, all, indicators);
    for (const [row, others] of siblings) {
      const refusal = others.flatMap((other) => refusals.get(other) ?? [])[0];
      if (refusal && !refusals.has(row)) refusals.set(row, refusal);
    }
    const valid = rows
      .filter((row) => !refusals.has(row))
      .flatMap((row) => [row, ...(siblings.get(row) ?? [])])
      .map((row): EntryToMove => ({ ...row, late: late.has(row) }));
    const once = [...new Map(valid.map((row) => [entryKey(row), row])).values()];
    const change = { ...context, action: transition };
    const written = once.length > 0 ? await this.writes.move(manager, once, TRANSITIONS[transition], change) : [];
    if (RESCORING.includes(transition)) await this.publish(manager, written, indicators);
    const outcomes = await this.outcomes(manager, rows, written, refusals, change);
    await recordMoves(manager, written, indicators, change);
    return outcomes;
  }

  /** Takes entries over from elsewhere, such as a former system: all, or none where one is not valid or its month closed. */
  async takeOver(
    manager: EntityManager,
    entries: readonly TakenOverEntry[],
    context: Omit<ChangeContext, 'action'>,
  ): Promise<void> {
    const rows = entries.map(({ indicatorId, month, status: _, ...content }) => ({
      indicatorId,
      month,
      version: null,
      content,
      throughMeasure: true,
    }));
    const refusals = await this.checks.beforeSaving(manager, rows, await this.indicatorsOf(rows, manager));
    for (const refusal of refusals.values()) throw refusal;
    const taken = await this.writes.takeOver(manager, entries, { ...context, action: 'saved' });
    if (taken.length > 0) await recordTakenOver(manager, taken);
  }

  private indicatorsOf(rows: readonly { readonly indicatorId: string }[], manager: EntityManager): Promise<Indicators> {
    return this.indicators.findAll([...new Set(rows.map(({ indicatorId }) => indicatorId))], manager);
  }

  private async outcomes(
    manager: EntityManager,
    rows: readonly SeenEntry[],
    written: readonly StoredEntry[],
    refusals: ReadonlyMap<SeenEntry, DomainError>,
    context: ChangeContext,
  ): Promise<Outcome[]> {
    const done = new Map(written.map((entry) => [entryKey(entry), isThere(entry) ? entry : null]));
    const open = rows.filter((row) => !refusals.has(row) && !done.has(entryKey(row)));
    const found = open.length > 0 ? await this.entries.findAll(manager, open) : [];
    const current = new Map(found.map((entry) => [entryKey(entry), entry]));
    return rows.map((row) => {
      const key = entryKey(row);
      const refusal = refusals.get(row);
      if (refusal) return { entry: null, refusal };
      const entry = done.get(key);
      return entry !== undefined
        ? { entry, refusal: null, questions: [] }
        : { entry: null, refusal: refusalOf(row, current.get(key), context) };
    });
  }

  /** One rescoring for each sheet, from the earliest month that changed. */
  private async publish(
    manager: EntityManager,
    written: readonly ProgressEntry[],
    indicators: Indicators,
  ): Promise<void> {
    const first = new Map<string, string>();
    for (const { indicatorId, month } of written) {
      const sheetId = indicators.get(indicatorId)?.sheetId;
      const known = sheetId && first.get(sheetId);
      if (sheetId && (!known || month < known)) first.set(sheetId, month);
    }
    // In one order everywhere: two approvals of the same sheets must not wait for each other.
    for (const sheetId of [...first.keys()].sort()) {
      await this.changes.publish(manager, { sheetId, fromMonth: first.get(sheetId) ?? '' });
    }
  }
}

const isThere = (entry: StoredEntry): entry is ProgressEntry => entry.status !== EMPTY;

/** Only what is asked can be answered: a yes in advance would silence a question that comes up later. */
function withAnswers(row: EntryToSave, asked: readonly Question[]): EntryToSave {
  if (!row.content?.confirmed) return row;
  const codes: readonly QuestionCode[] = asked.map(({ code }) => code);
  return {
    ...row,
    content: { ...row.content, confirmed: [...new Set(row.content.confirmed)].filter((code) => codes.includes(code)) },
  };
}

const unanswered = (asked: readonly Question[], entry: ProgressEntry | null): Question[] =>
  asked.filter(({ code }) => !entry?.confirmed.some((answered) => answered === code));
