import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, LessThanOrEqual } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { whoActs } from '../common/access/acting.js';
import { checkAsMeant } from '../audit/as-meant.js';
import { recordInAuditLog } from '../audit/audit-log.js';
import { coveredLines, type Covers } from '../audit/history-lines.js';
import { madeRows } from '../audit/rows/witnessed.js';
import { updateVersioned } from '../audit/versioned.js';
import { namesOf } from '../common/names-of.js';
import { saysSomething } from '../common/says-something.js';
import { ConflictError, NotFoundError } from '../domain/domain-error.js';
import { exact, fixed, HUNDRED } from '../domain/exact.js';
import type { Month } from '../domain/calendar/month.js';
import {
  confirmationRequired,
  type Question,
  spendingQuestions,
  type SpendingQuestionCode,
} from '../domain/entries/questions.js';
import { MonthsService } from '../months/months.service.js';
import { ReportedCosts } from '../progress/entries/reported-costs.js';
import { SheetChanges } from '../targets/sheets/sheet-changes.js';
import { TargetSheetsService } from '../targets/sheets/target-sheets.service.js';
import { BudgetChange } from './budget-change.entity.js';
import { BudgetExecution } from './budget-execution.entity.js';
import { checkFigures } from './budget-checks.js';
import type { SaveBudgetDto } from './dto/budget.dto.js';
import { type ExecutionStanding, executionStanding } from './execution-standing.js';
import { executionUnexplained } from './errors.js';

const WHAT = { zh: '该月的预算执行数', en: 'budget figures of that month' };

export type StandingBudget = BudgetExecution & ExecutionStanding & { readonly questions: readonly Question[] };

export interface NamedBudgetChange extends BudgetChange {
  /** As people call whoever saved it; the user name, where there is no such account any more. */
  readonly actorName: string;
}

export interface BudgetKey {
  readonly sheetId: string;
  readonly month: Month;
}

@Injectable()
export class BudgetService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly sheets: TargetSheetsService,
    private readonly changes: SheetChanges,
    private readonly months: MonthsService,
    private readonly costs: ReportedCosts,
  ) {}

  async find({ sheetId, month }: BudgetKey, manager = this.dataSource.manager): Promise<BudgetExecution> {
    const row = await manager.findOneBy(BudgetExecution, { sheetId, month });
    if (!row) throw new NotFoundError(WHAT);
    return row;
  }

  /** The figures with how they stand beside the time, over-spent or behind, and what is odd about them. */
  async standing(key: BudgetKey, manager = this.dataSource.manager): Promise<StandingBudget> {
    const row = await this.find(key, manager);
    const { fundingTotal } = await this.sheets.find(key.sheetId, manager);
    const budget = row.adjustedBudget ?? fundingTotal;
    const questions = await this.questions(manager, key, row.spent, budget);
    return { ...row, ...executionStanding(key.month, row.spent, budget), questions };
  }

  /** Every version of a month's figures, oldest first. */
  async history(key: BudgetKey): Promise<NamedBudgetChange[]> {
    const { manager } = this.dataSource;
    const { id } = await this.find(key, manager);
    const changes = await manager.find(BudgetChange, { where: { budgetId: id }, order: { version: 'ASC' } });
    const nameOf = await namesOf(
      manager,
      changes.map(({ actor }) => actor),
    );
    return changes.map((change) => ({ ...change, actorName: nameOf(change.actor) }));
  }

  /**
   * Saves a month's figures and rescores the sheet with them. `version` null creates.
   * @throws DomainError `budget-invalid`, `deviation-unexplained`, `confirmation-required`, `month-closed`; ConflictError
   */
  async save(
    key: BudgetKey,
    version: number | null,
    given: SaveBudgetDto,
    at: Date,
    within: EntityManager = this.dataSource.manager,
  ): Promise<StandingBudget> {
    const { fiscalYear, fundingTotal, departmentId } = await this.sheets.find(key.sheetId, within);
    const body = given.adjustedBudget === undefined ? { ...given, ...(await this.adjustment(key, within)) } : given;
    checkFigures(key.month, fiscalYear, body);
    checkReasons(key.month, body, fundingTotal);
    const { spent, spentBySource = null, adjustedBudget = null } = body;
    const { deviationReason = null, correctiveMeasure = null } = body;
    return within.transaction(async (manager) => {
      await this.months.checkOpen(manager, { departmentId, month: key.month });
      const confirmed = await this.answers(manager, key, body, adjustedBudget ?? fundingTotal);
      const figures = { spent, spentBySource, adjustedBudget, deviationReason, correctiveMeasure, confirmed };
      let made: Covers | null = null;
      if (version === null) {
        const row = { id: uuid(), ...key, ...figures, updatedAt: at };
        const insertion = manager.createQueryBuilder().insert().into(BudgetExecution).values(row).orIgnore();
        const inserted: unknown = (await insertion.returning('id').execute()).raw;
        const current = await this.find(key, manager);
        if (!Array.isArray(inserted) || inserted.length === 0) throw new ConflictError(current, current.version);
        made = await madeRows(manager, { budget_execution: [current.id] });
      } else {
        const { id } = await this.find(key, manager);
        await updateVersioned(manager, BudgetExecution, { id, version }, { ...figures, updatedAt: at }, WHAT);
      }
      const saved = await this.find(key, manager);
      checkAsMeant(manager, 'budget_execution', figures, saved);
      await manager.insert(BudgetChange, {
        budgetId: saved.id,
        version: saved.version,
        actor: whoActs().name,
        figures,
        changedAt: at,
      });
      await this.changes.publish(manager, { sheetId: key.sheetId, fromMonth: key.month });
      const standing = await this.standing(key, manager);
      await recordInAuditLog(manager, {
        action: 'budget_execution.saved',
        subjectType: 'budget_execution',
        subjectId: saved.id,
        departmentId,
        after: { ...key, version: saved.version, spent },
        covers: { ...made, ...(await coveredLines(manager, 'budget_change', [`${saved.id} ${saved.version}`])) },
      });
      return standing;
    });
  }

  /** An adjustment stays until another one is entered; null takes it back. */
  private async adjustment(
    { sheetId, month }: BudgetKey,
    manager: EntityManager,
  ): Promise<Pick<SaveBudgetDto, 'adjustedBudget'>> {
    const where = { sheetId, month: LessThanOrEqual(month) };
    const last = await manager.findOne(BudgetExecution, { where, order: { month: 'DESC' } });
    return { adjustedBudget: last?.adjustedBudget ?? null };
  }

  private async questions(
    manager: EntityManager,
    { sheetId, month }: BudgetKey,
    spent: string,
    budget: string | null,
  ): Promise<Question<SpendingQuestionCode>[]> {
    const others = await manager.find(BudgetExecution, { where: { sheetId }, order: { month: 'ASC' } });
    const costs = await this.costs.of(manager, sheetId, month);
    return spendingQuestions({ month, spent, budget, others, costs });
  }

  /** What is asked about these figures and answered, now or when they were saved before. @throws DomainError */
  private async answers(
    manager: EntityManager,
    key: BudgetKey,
    { spent, adjustedBudget = null, confirmed }: SaveBudgetDto,
    budget: string | null,
  ): Promise<SpendingQuestionCode[]> {
    const asked = await this.questions(manager, key, spent, budget);
    const stored = await manager.findOneBy(BudgetExecution, { ...key });
    const isSame = stored && isEqual(stored.spent, spent) && isEqual(stored.adjustedBudget, adjustedBudget);
    const given: readonly SpendingQuestionCode[] = confirmed ?? (isSame ? stored.confirmed : []);
    const open = asked.filter(({ code }) => !given.includes(code));
    if (open.length > 0) throw confirmationRequired(open);
    return asked.map(({ code }) => code);
  }
}

const isEqual = (one: string | null, other: string | null): boolean =>
  one === null || other === null ? one === other : exact(one).equals(exact(other));

/** @throws DomainError `deviation-unexplained` that names the fields */
function checkReasons(month: Month, body: SaveBudgetDto, fundingTotal: string | null): void {
  const { needsReason, rate } = executionStanding(month, body.spent, body.adjustedBudget ?? fundingTotal);
  if (!needsReason) return;
  const share = fixed(exact(rate ?? '0').mul(HUNDRED), 2);
  const missing = (['deviationReason', 'correctiveMeasure'] as const).filter((field) => !saysSomething(body[field]));
  if (missing.length > 0) throw executionUnexplained(share, missing);
}
