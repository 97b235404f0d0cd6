import fc from 'fast-check';
import type { Month } from '../../../src/domain/calendar/month.js';
import { ENTRY_QUESTIONS } from '../../../src/domain/entries/questions.js';
import { EXPLAINED } from '../explained.js';
import { IF_NONE, ifMatch, type TestApp } from '../test-app.js';

type Status = 'draft' | 'submitted' | 'approved' | 'returned';
type Person = 'performance-office' | 'reviewer';

/** As much of the state as says which action is legal next. */
export class Model {
  /** `status` null: there is no entry, or none any more; the versions go on. */
  entry = { version: 0, status: null as Status | null, submittedBy: null as Person | null };
  /** A reopened entry that is emptied stays, but there is nothing to hand in. */
  isApproved = false;
  isEmpty = true;
  /** Nobody approves what they wrote since the last approval, nor gives points where they ever wrote. */
  /** What the last decision about it can be taken back to, and by whom; null: anything else was done since. */
  decided: { readonly by: Person; readonly isApproved: boolean; readonly writers: ReadonlySet<Person> } | null = null;
  writers = { sinceApproval: new Set<Person>(), ever: new Set<Person>() };
  sheet = { version: 1, target: 60, weight: 90, revisedFrom: null as Month | null };
  /** 0: the formula's points count. */
  overrideVersion = 0;
  steps = 0;
}

/** One commitment, and one month of it. */
export interface Real {
  readonly app: TestApp;
  readonly sheetId: string;
  readonly indicatorId: string;
  readonly month: Month;
}

export const entryPlace = ({ indicatorId, month }: Real) => `/indicators/${indicatorId}/progress/${month}`;
export const overridePlace = ({ indicatorId }: Real) => `/indicators/${indicatorId}/score-override`;
export const revisionsPlace = ({ sheetId }: Real) => `/target-sheets/${sheetId}/revisions`;

type Action = fc.AsyncCommand<Model, Real>;
const seen = (version: number) => (version === 0 ? IF_NONE : ifMatch(version));

class Save implements Action {
  constructor(
    readonly content: object,
    readonly as: Person,
  ) {}
  check = ({ entry: { status } }: Readonly<Model>) => status === null || status === 'draft' || status === 'returned';
  async run(model: Model, real: Real): Promise<void> {
    const { status, version } = model.entry;
    const headers = status === null ? IF_NONE : ifMatch(version);
    const sent = { body: { ...this.content, ...EXPLAINED, confirmed: ENTRY_QUESTIONS }, headers, as: this.as };
    expect(await real.app.request('PUT', entryPlace(real), sent)).toMatchObject({ status: 200, body: this.content });
    model.entry = { ...model.entry, version: model.entry.version + 1, status: 'draft' };
    model.isEmpty = false;
    model.decided = null;
    model.writers.sinceApproval.add(this.as);
    model.writers.ever.add(this.as);
    model.steps += 1;
  }
  toString = () => `${this.as} saves ${JSON.stringify(this.content)}`;
}

class Empty implements Action {
  constructor(readonly as: Person) {}
  check = ({ entry: { status } }: Readonly<Model>) => status === 'draft' || status === 'returned';
  async run(model: Model, real: Real): Promise<void> {
    const sent = { headers: ifMatch(model.entry.version), as: this.as };
    expect(await real.app.request('DELETE', entryPlace(real), sent)).toMatchObject({ status: 204 });
    model.entry = {
      ...model.entry,
      version: model.entry.version + 1,
      status: model.isApproved ? 'draft' : null,
    };
    model.isEmpty = true;
    model.decided = null;
    model.writers.sinceApproval.add(this.as);
    model.steps += 1;
  }
  toString = () => `${this.as} empties`;
}

const MOVES = {
  submit: 'submitted',
  recall: 'draft',
  approve: 'approved',
  return: 'returned',
  reopen: 'draft',
} as const;

class Move implements Action {
  constructor(
    readonly action: keyof typeof MOVES,
    readonly as: Person,
  ) {}
  check({ entry: { status, submittedBy }, isEmpty, writers }: Readonly<Model>): boolean {
    if (this.action === 'submit') return !isEmpty && (status === 'draft' || status === 'returned');
    if (this.action === 'reopen') return status === 'approved';
    const whose = { recall: submittedBy === this.as, approve: !writers.sinceApproval.has(this.as), return: true }[
      this.action
    ];
    return status === 'submitted' && whose;
  }
  async run(model: Model, real: Real): Promise<void> {
    const sent = { body: { reason: '试' }, headers: ifMatch(model.entry.version), as: this.as };
    expect(await real.app.request('POST', `${entryPlace(real)}/${this.action}`, sent)).toMatchObject({ status: 200 });
    const submittedBy = { submit: this.as, recall: null, approve: undefined, return: undefined, reopen: undefined };
    const { [this.action]: by = model.entry.submittedBy } = submittedBy;
    model.entry = { version: model.entry.version + 1, status: MOVES[this.action], submittedBy: by };
    const { isApproved } = model;
    const before = { by: this.as, isApproved, writers: new Set(model.writers.sinceApproval) };
    model.decided = this.action === 'approve' || this.action === 'return' ? before : null;
    if (this.action === 'approve') {
      model.writers.sinceApproval.clear();
      model.isApproved = true;
    }
    if (this.action === 'submit') for (const writers of Object.values(model.writers)) writers.add(this.as);
    model.steps += 1;
  }
  toString = () => `${this.as} ${this.action}s`;
}

/** Takes back one's own decision at once: everything is as it was handed in. */
class Withdraw implements Action {
  constructor(readonly as: Person) {}
  check = ({ decided }: Readonly<Model>) => decided?.by === this.as;
  async run(model: Model, { app, indicatorId, month: entered }: Real): Promise<void> {
    const rows = [{ indicatorId, month: entered, version: model.entry.version }];
    const sent = { body: { rows }, as: this.as };
    const answer = await app.request<{ rows: { problem: unknown }[] }>('POST', '/progress-entries/bulk/withdraw', sent);
    expect(answer).toMatchObject({ status: 200, body: { rows: [{ problem: null }] } });
    const { isApproved, writers } = model.decided!;
    model.entry = { ...model.entry, version: model.entry.version + 1, status: 'submitted' };
    model.isApproved = isApproved;
    model.writers.sinceApproval = new Set(writers);
    model.decided = null;
    model.steps += 1;
  }
  toString = () => `${this.as} withdraws the decision`;
}

/** 年中调整, of the target, the weight or both; one that leaves both as they are is none, and refused. */
class Revise implements Action {
  constructor(
    readonly effectiveMonth: Month,
    readonly target: number | undefined,
    readonly weight: number | undefined,
    readonly as: Person,
  ) {}
  check({ sheet }: Readonly<Model>): boolean {
    const { target = sheet.target, weight = sheet.weight } = this;
    const changes = target !== sheet.target || weight !== sheet.weight;
    return changes && (sheet.revisedFrom === null || this.effectiveMonth >= sheet.revisedFrom);
  }
  async run(model: Model, real: Real): Promise<void> {
    const raw = this.target === undefined ? {} : { raw: `≥${this.target}次` };
    const weight = this.weight === undefined ? {} : { weight: String(this.weight) };
    const { effectiveMonth } = this;
    const indicators = [{ indicatorId: real.indicatorId, ...raw, ...weight }];
    const body = { effectiveMonth, reason: '年中调整任务', waiver: '任务变化', indicators };
    const sent = { body, headers: ifMatch(model.sheet.version), as: this.as };
    expect(await real.app.request('POST', revisionsPlace(real), sent)).toMatchObject({ status: 201 });
    model.sheet = {
      version: model.sheet.version + 1,
      target: this.target ?? model.sheet.target,
      weight: this.weight ?? model.sheet.weight,
      revisedFrom: effectiveMonth,
    };
    model.steps += 1;
  }
  toString = () => `${this.as} revises from ${this.effectiveMonth}: ${this.target} / ${this.weight}`;
}

/** 人工复核调整; whoever wrote or submitted the figures must not. */
class GivePoints implements Action {
  constructor(
    readonly score: number,
    readonly fromMonth: Month,
    readonly as: Person,
  ) {}
  check = ({ sheet, writers }: Readonly<Model>) => this.score <= sheet.weight && !writers.ever.has(this.as);
  async run(model: Model, real: Real): Promise<void> {
    const body = { score: String(this.score), fromMonth: this.fromMonth, reason: `复核为 ${this.score}` };
    const sent = { body, headers: seen(model.overrideVersion), as: this.as };
    expect(await real.app.request('PUT', overridePlace(real), sent)).toMatchObject({ status: 200 });
    model.overrideVersion += 1;
    model.steps += 1;
  }
  toString = () => `${this.as} gives ${this.score} points from ${this.fromMonth}`;
}

class WithdrawPoints implements Action {
  constructor(readonly as: Person) {}
  check = ({ overrideVersion }: Readonly<Model>) => overrideVersion > 0;
  async run(model: Model, real: Real): Promise<void> {
    const sent = { headers: ifMatch(model.overrideVersion), as: this.as };
    expect(await real.app.request('DELETE', overridePlace(real), sent)).toMatchObject({ status: 204 });
    model.overrideVersion = 0;
    model.steps += 1;
  }
  toString = () => `${this.as} withdraws the points`;
}

const person = fc.constantFrom<Person>('performance-office', 'reviewer');
const month = fc.integer({ min: 1, max: 12 }).map((number) => `2026-${String(number).padStart(2, '0')}`);
const content = fc.oneof(
  fc.nat(99_999).map((value) => ({ value: String(value), notApplicable: false, notApplicableReason: null })),
  fc
    .constantFrom('本月无会议', '系统停用')
    .map((notApplicableReason) => ({ value: null, notApplicable: true, notApplicableReason })),
);
const changed = fc.oneof(
  fc.record({ target: fc.integer({ min: 1, max: 500 }), weight: fc.constant(undefined) }),
  fc.record({ target: fc.constant(undefined), weight: fc.nat(90) }),
  fc.record({ target: fc.integer({ min: 1, max: 500 }), weight: fc.nat(90) }),
);
const move = fc.constantFrom(...(Object.keys(MOVES) as (keyof typeof MOVES)[]));

/** Whatever people may do with a commitment and a month of it; each is tried only where it is legal. */
export const legalActions = [
  fc.tuple(content, person).map(([what, as]) => new Save(what, as)),
  person.map((as) => new Empty(as)),
  fc.tuple(move, person).map(([action, as]) => new Move(action, as)),
  person.map((as) => new Withdraw(as)),
  fc.tuple(month, changed, person).map(([from, { target, weight }, as]) => new Revise(from, target, weight, as)),
  fc.tuple(fc.nat(90), month, person).map(([score, from, as]) => new GivePoints(score, from, as)),
  person.map((as) => new WithdrawPoints(as)),
];
