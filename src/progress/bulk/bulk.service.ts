import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { recordRefusals } from '../../audit/refusals.js';
import { type Actor, isInScope, ownDepartment } from '../../common/access/actor.js';
import { notOwnSection } from '../../common/access/errors.js';
import { Today } from '../../common/today.js';
import type { DomainError } from '../../domain/domain-error.js';
import { IndicatorsService } from '../../targets/indicators/indicators.service.js';
import type { EntryToSave, SeenEntry } from '../entries/entry-writes.repository.js';
import { rowTwice } from '../entries/errors.js';
import { EntryWritesService, type Outcome } from '../entries/entry-writes.service.js';
import { entryKey } from '../entries/progress.repository.js';
import type { Transition } from '../entries/transitions.js';
import { noIndicator } from '../../targets/indicators/errors.js';

export interface BulkOptions {
  readonly dryRun: boolean;
  readonly allOrNothing: boolean;
}

/** `outcomes` in the order of the rows, of which `foreign` are none of theirs; nothing was written where `written` is false. */
export interface BulkResult {
  readonly written: boolean;
  readonly outcomes: readonly Outcome[];
  readonly foreign: ReadonlySet<SeenEntry>;
}

/** Whose rows may be touched: reporters enter for their own sections, whoever approves does so for the department. */
const BY_SECTION: readonly (Transition | 'saved')[] = ['saved', 'submitted', 'recalled'];

/** Many entries at once: each row is checked and written for itself, in one statement for all. */
@Injectable()
export class BulkService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly writes: EntryWritesService,
    private readonly indicators: IndicatorsService,
    private readonly today: Today,
  ) {}

  save(rows: readonly EntryToSave[], actor: Actor, options: BulkOptions): Promise<BulkResult> {
    const context = { actor: actor.name, onBehalfOf: actor.onBehalfOf, at: this.today.now() };
    return this.run(rows, 'saved', actor, options, (own, manager) => this.writes.save(own, context, manager));
  }

  move(
    transition: Transition,
    rows: readonly SeenEntry[],
    actor: Actor,
    options: BulkOptions,
    reason?: string,
  ): Promise<BulkResult> {
    const context = { actor: actor.name, onBehalfOf: actor.onBehalfOf, at: this.today.now(), reason };
    return this.run(rows, transition, actor, options, (own, manager) =>
      this.writes.move(transition, own, context, manager),
    );
  }

  /** A dry run does everything and takes it back: what it says is what would happen. */
  private async run<Row extends SeenEntry>(
    rows: readonly Row[],
    action: Transition | 'saved',
    actor: Actor,
    options: BulkOptions,
    write: (own: readonly Row[], manager: EntityManager) => Promise<Outcome[]>,
  ): Promise<BulkResult> {
    const result = await this.written(rows, action, actor, options, write);
    await this.noteRefusals(rows, action, actor, result);
    return result;
  }

  private async written<Row extends SeenEntry>(
    rows: readonly Row[],
    action: Transition | 'saved',
    actor: Actor,
    { dryRun, allOrNothing }: BulkOptions,
    write: (own: readonly Row[], manager: EntityManager) => Promise<Outcome[]>,
  ): Promise<BulkResult> {
    try {
      return await this.dataSource.transaction(async (manager) => {
        const foreign = await this.notTheirs(manager, rows, actor, BY_SECTION.includes(action));
        const own = rows.filter((row) => !foreign.has(row));
        const written = new Map(
          (own.length > 0 ? await write(own, manager) : []).map((one, index) => [own[index], one]),
        );
        const outcomes = rows.map((row) => written.get(row) ?? refused(foreign.get(row)));
        const result = { written: true, outcomes, foreign: new Set(foreign.keys()) };
        if (dryRun || (allOrNothing && outcomes.some(({ refusal }) => refusal))) throw new TakenBack(result);
        return result;
      });
    } catch (error) {
      if (error instanceof TakenBack) return { ...error.result, written: false };
      throw error;
    }
  }

  /** Rows that are not theirs, as the gate would have written them down: one line for each reason, also of a dry run. */
  private async noteRefusals(
    rows: readonly SeenEntry[],
    action: Transition | 'saved',
    { userId, name, scope }: Actor,
    { outcomes, foreign }: BulkResult,
  ): Promise<void> {
    const refused = new Map<string, string[]>();
    outcomes.forEach(({ refusal }, index) => {
      const row = rows[index];
      if (!row || !refusal) return;
      if (refusal.kind !== 'forbidden' && !(refusal.kind === 'not-found' && foreign.has(row))) return;
      refused.set(refusal.code, [...(refused.get(refusal.code) ?? []), entryKey(row)]);
    });
    const who = {
      actor: { userId, name },
      departmentId: ownDepartment(scope),
      route: `POST /api/v1/progress-entries/bulk ${action}`,
    };
    const refusals = [...refused].map(([code, named]) => ({ code, row: named.sort() }));
    await recordRefusals(this.dataSource.manager, who, refusals);
  }

  /** A row of somebody else's does not exist for them, as at the gate (RowAccess); and no row may come twice. */
  private async notTheirs(
    manager: EntityManager,
    rows: readonly SeenEntry[],
    { scope, sections }: Actor,
    bySection: boolean,
  ): Promise<Map<SeenEntry, DomainError>> {
    const known = await this.indicators.findAll([...new Set(rows.map(({ indicatorId }) => indicatorId))], manager);
    const seen = new Set<string>();
    return new Map(
      rows.flatMap((row) => {
        const indicator = known.get(row.indicatorId);
        // Whoever enters a measure hands it in, whatever sections the sheets that it feeds name.
        const owner = indicator?.measure ? indicator.measure.sectionId : indicator?.sectionId;
        const isOwn = !sections || (owner != null && sections.includes(owner));
        const isTwice = seen.has(entryKey(row)) || !seen.add(entryKey(row));
        if (!indicator || !isInScope(scope, indicator.sheet.departmentId)) return [[row, noIndicator()] as const];
        if (bySection && !isOwn) return [[row, notOwnSection()] as const];
        return isTwice ? [[row, rowTwice()] as const] : [];
      }),
    );
  }
}

class TakenBack extends Error {
  constructor(readonly result: BulkResult) {
    super('taken back');
  }
}

function refused(refusal: DomainError | undefined): Outcome {
  if (!refusal) throw new Error('a row without an outcome');
  return { entry: null, refusal };
}
