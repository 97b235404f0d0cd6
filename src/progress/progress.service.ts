import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor, Scope } from '../common/access/actor.js';
import { Today } from '../common/today.js';
import { type Page, pageOf } from '../common/http/page.js';
import { ConflictError, DomainError, NotFoundError } from '../domain/domain-error.js';
import { IndicatorsService } from '../targets/indicators.service.js';
import { SheetChanges } from '../targets/sheet-changes.js';
import type { EntryQuery, SaveEntryDto } from './dto/entry.dto.js';
import type { IndicatorMonthsQuery } from './dto/indicator-months.query.js';
import { EntryChecks } from './entry-checks.js';
import { type IndicatorMonths, IndicatorMonthsRepository } from './indicator-months.repository.js';
import type { ProgressChange } from './progress-change.entity.js';
import type { EntryStatus, ProgressEntry } from './progress-entry.entity.js';
import { type Deed, type EntryKey, ProgressRepository, type TakenOverEntry } from './progress.repository.js';

/** draft → submitted → approved; submitted → returned → draft; approved → reopened, which is a draft again. */
const TRANSITIONS = {
  submitted: { from: ['draft', 'returned'], to: 'submitted' },
  approved: { from: ['submitted'], to: 'approved' },
  returned: { from: ['submitted'], to: 'returned' },
  reopened: { from: ['approved'], to: 'draft' },
} as const satisfies Record<string, { from: readonly EntryStatus[]; to: EntryStatus }>;
export type Transition = keyof typeof TRANSITIONS;

/** An action of one person on one entry, as the caller saw it: `version` null means that there was none. */
export interface EntryAction extends EntryKey {
  readonly version: number | null;
  readonly actor: string;
  /** The absent head whose deputy the actor is. */
  readonly onBehalfOf: string | null;
}

@Injectable()
export class ProgressService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly entries: ProgressRepository,
    private readonly months: IndicatorMonthsRepository,
    private readonly indicators: IndicatorsService,
    private readonly changes: SheetChanges,
    private readonly checks: EntryChecks,
    private readonly today: Today,
  ) {}

  async list(query: EntryQuery, scope: Scope): Promise<Page<ProgressEntry>> {
    return pageOf(await this.entries.list(this.dataSource.manager, query, scope), query.limit);
  }

  async indicatorMonths(query: IndicatorMonthsQuery, actor: Actor): Promise<Page<IndicatorMonths>> {
    return pageOf(await this.months.list(this.dataSource.manager, query, actor), query.limit);
  }

  async find(key: EntryKey, manager = this.dataSource.manager): Promise<ProgressEntry> {
    const entry = await this.entries.find(manager, key);
    if (!entry) throw new NotFoundError({ zh: `${key.month} 的填报`, en: `entry for ${key.month}` });
    return entry;
  }

  async history(key: EntryKey): Promise<ProgressChange[]> {
    return this.entries.history(this.dataSource.manager, (await this.find(key)).id);
  }

  /** Saves a draft. @throws DomainError `entry-invalid`, `month-not-open`, `state-conflict`, ConflictError */
  async save({ version, actor, onBehalfOf, ...key }: EntryAction, entry: SaveEntryDto): Promise<ProgressEntry> {
    const indicator = await this.indicators.find(key.indicatorId);
    const at = this.today.now();
    this.checks.check(indicator, key.month, entry);
    const deed: Deed = { action: 'saved', actor, onBehalfOf, at };
    const { manager } = this.dataSource;
    const saved =
      version === null
        ? await this.entries.create(manager, key, entry, deed)
        : await this.entries.update(manager, key, version, entry, deed);
    return saved ? this.find(key) : this.refuse(manager, key, version);
  }

  /** Takes entries over from elsewhere, such as a former system, in the caller's transaction: all that are valid, or none. */
  async takeOver(
    manager: EntityManager,
    entries: readonly TakenOverEntry[],
    { actor, at }: Pick<Deed, 'actor' | 'at'>,
  ): Promise<void> {
    const known = await this.indicators.findAll([...new Set(entries.map(({ indicatorId }) => indicatorId))], manager);
    for (const { indicatorId, month, status: _, ...entry } of entries) {
      const indicator = known.get(indicatorId);
      if (!indicator) throw new NotFoundError({ zh: '指标', en: 'indicator' });
      this.checks.check(indicator, month, entry);
    }
    await this.entries.insertAll(manager, entries, { action: 'saved', actor, at });
  }

  /** Submits, approves, returns or reopens; a change of what is approved rescores the sheet in the same transaction. */
  async move(transition: Transition, action: EntryAction, reason?: string): Promise<ProgressEntry> {
    const { version, actor, onBehalfOf, ...key } = action;
    const { sheet } = await this.indicators.find(key.indicatorId);
    const { from, to } = TRANSITIONS[transition];
    const at = this.today.now();
    return this.dataSource.transaction(async (manager) => {
      const deed: Deed = { action: transition, actor, onBehalfOf, at, reason };
      const moved = version !== null && (await this.entries.move(manager, key, version, from, to, deed));
      if (!moved) return this.refuse(manager, key, version, transition === 'approved' ? [actor, onBehalfOf] : []);
      if (transition === 'approved' || transition === 'reopened') {
        await this.changes.publish(manager, { sheetId: sheet.id, fromMonth: key.month });
      }
      return this.find(key, manager);
    });
  }

  /** Tells apart why nothing was written: no such entry, changed by somebody else, or not in a state for it. */
  private async refuse(
    manager: EntityManager,
    key: EntryKey,
    version: number | null,
    approvers: readonly (string | null)[] = [],
  ): Promise<never> {
    const current = await this.find(key, manager);
    if (current.version !== version) throw new ConflictError(current, current.version);
    if (current.status === 'submitted' && approvers.includes(current.submittedBy)) {
      throw new DomainError('own-submission', {
        zh: '不能审核自己提交的填报，请由他人审核。',
        en: 'Nobody approves what they submitted themselves; ask somebody else.',
      });
    }
    throw new DomainError('state-conflict', {
      zh: `该填报当前为“${STATUS_NAMES[current.status].zh}”，不能进行此操作。`,
      en: `The entry is ${STATUS_NAMES[current.status].en}; this cannot be done now.`,
    });
  }
}

const STATUS_NAMES: Record<EntryStatus, { zh: string; en: string }> = {
  draft: { zh: '草稿', en: 'a draft' },
  submitted: { zh: '已提交', en: 'submitted' },
  approved: { zh: '已审核', en: 'approved' },
  returned: { zh: '已退回', en: 'returned' },
};
