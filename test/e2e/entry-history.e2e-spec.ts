import fc from 'fast-check';
import { DepartmentFactory } from '../factories/department.factory.js';
import { IndicatorFactory } from '../factories/indicator.factory.js';
import { SheetFactory } from '../factories/sheet.factory.js';
import { EXPLAINED } from '../support/explained.js';
import { IF_NONE, ifMatch, TestApp } from '../support/test-app.js';

type Status = 'draft' | 'submitted' | 'approved' | 'returned';
type Person = 'performance-office' | 'reviewer';

interface Model {
  version: number;
  status: Status | null;
  submittedBy: Person | null;
}
interface Line {
  readonly version: number;
  readonly action: 'saved' | 'submitted' | 'recalled' | 'approved' | 'returned' | 'reopened';
  readonly actor: string;
  readonly entry: { readonly value: number };
}
interface Entry {
  readonly version: number;
  readonly status: Status;
  readonly value: string;
  readonly submittedBy: string | null;
}
interface Real {
  readonly app: TestApp;
  readonly place: string;
}

const OPEN: (Status | null)[] = [null, 'draft', 'returned'];

class Save implements fc.AsyncCommand<Model, Real> {
  constructor(
    readonly value: number,
    readonly as: Person,
  ) {}
  check = ({ status }: Readonly<Model>) => OPEN.includes(status);
  async run(model: Model, { app, place }: Real): Promise<void> {
    const headers = model.version === 0 ? IF_NONE : ifMatch(model.version);
    const body = { value: String(this.value), ...EXPLAINED };
    expect(await app.request('PUT', place, { body, headers, as: this.as })).toMatchObject({ status: 200 });
    model.version += 1;
    model.status = 'draft';
  }
  toString = () => `${this.as} saves ${this.value}`;
}

class Move implements fc.AsyncCommand<Model, Real> {
  constructor(
    readonly action: 'submit' | 'recall' | 'approve' | 'return' | 'reopen',
    readonly as: Person,
  ) {}
  check({ status, submittedBy }: Readonly<Model>): boolean {
    if (this.action === 'submit') return status === 'draft' || status === 'returned';
    if (this.action === 'reopen') return status === 'approved';
    const whose = { recall: submittedBy === this.as, approve: submittedBy !== this.as, return: true }[this.action];
    return status === 'submitted' && whose;
  }
  async run(model: Model, { app, place }: Real): Promise<void> {
    const sent = { body: { reason: '试' }, headers: ifMatch(model.version), as: this.as };
    expect(await app.request('POST', `${place}/${this.action}`, sent)).toMatchObject({ status: 200 });
    model.version += 1;
    const next = {
      submit: 'submitted',
      recall: 'draft',
      approve: 'approved',
      return: 'returned',
      reopen: 'draft',
    } as const;
    model.status = next[this.action];
    if (this.action === 'submit') model.submittedBy = this.as;
    if (this.action === 'recall') model.submittedBy = null;
  }
  toString = () => `${this.as} ${this.action}s`;
}

/** The state that the lines of a history lead to, by nothing but who did what, and what was saved. */
function replayed(lines: readonly Line[]): Entry {
  return lines.reduce<Entry>(
    (state, { version, action, actor, entry }) => {
      expect(version).toBe(state.version + 1);
      const moved = { ...state, version };
      switch (action) {
        case 'saved':
          return { ...moved, status: 'draft', value: String(entry.value) };
        case 'submitted':
          return { ...moved, status: 'submitted', submittedBy: actor };
        case 'recalled':
          return { ...moved, status: 'draft', submittedBy: null };
        case 'reopened':
          return { ...moved, status: 'draft' };
        default:
          return { ...moved, status: action };
      }
    },
    { version: 0, status: 'draft', value: '', submittedBy: null },
  );
}

describe('the history of an entry', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.close());

  it('lets the entry be replayed, whatever people did in whatever order', async () => {
    const department = await DepartmentFactory.new().insert(app.manager);
    const person = fc.constantFrom<Person>('performance-office', 'reviewer');
    const commands = [
      fc.tuple(fc.nat(99_999), person).map(([value, as]) => new Save(value, as)),
      fc
        .tuple(
          fc.constantFrom(
            'submit' as const,
            'recall' as const,
            'approve' as const,
            'return' as const,
            'reopen' as const,
          ),
          person,
        )
        .map(([action, as]) => new Move(action, as)),
    ];
    let steps = 0;
    await fc.assert(
      fc.asyncProperty(fc.commands(commands, { maxCommands: 40, size: 'max' }), async (sequence) => {
        const { indicatorIds } = await SheetFactory.of(department)
          .indicators(IndicatorFactory.new())
          .insert(app.manager);
        const place = `/indicators/${indicatorIds[0]!}/progress/2026-10`;
        const model: Model = { version: 0, status: null, submittedBy: null };
        await fc.asyncModelRun(() => ({ model, real: { app, place } }), sequence);
        if (model.version === 0) return;
        const { items } = await app.read<{ items: Line[] }>(`${place}/history`);
        const { version, status, value, submittedBy } = await app.read<Entry>(place);
        expect(replayed(items)).toEqual({ version, status, value, submittedBy });
        expect([version, status]).toEqual([model.version, model.status]);
        steps += version;
      }),
      { numRuns: 25 },
    );
    expect(steps).toBeGreaterThan(50);
  });
});
