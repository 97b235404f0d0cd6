import fc from 'fast-check';
import { gridEntryOf, indicatorOf, rowOf } from '../../../../../test/support/entry/sample-rows.js';
import { SimulatedService } from '../../../../../test/support/entry/simulated-service.js';
import { SimulatedStorage, SimulatedTime } from '../../../../../test/support/entry/simulated-time.js';
import { EntrySaving, type Find } from './entry-saving.js';
import { Journal } from './journal.js';

const MONTH = '2026-10';
const NAMES = ['一', '二', '三', '四'];
const SEQUENCES = Number(process.env.SEQUENCES ?? 200);

const row = fc.nat(NAMES.length - 1);
// Numbers that are read, texts that are not, and nothing.
const text = fc.constantFrom('1', '12', '1,234', '５', '1,5', '=A1', '');
const action = fc.oneof(
  fc.record({ kind: fc.constant('type' as const), row, text }),
  fc.record({ kind: fc.constant('paste' as const), row, texts: fc.array(text, { minLength: 2, maxLength: 4 }) }),
  fc.record({ kind: fc.constant('note' as const), row, text: fc.constantFrom('见台账', '') }),
  fc.record({ kind: fc.constant('colleague' as const), row, value: fc.constantFrom('70', '71') }),
  fc.record({ kind: fc.constant('wait' as const), ms: fc.nat(3000) }),
  fc.record({ kind: fc.constantFrom('undo', 'redo', 'offline', 'online', 'leave', 'submit', 'lose-answers') }),
);

type Action = typeof action extends fc.Arbitrary<infer T> ? T : never;

/** A person at the grid, a colleague, a network, and the service: what each sequence of theirs comes to. */
class Desk {
  private readonly service = new SimulatedService();
  private readonly time = new SimulatedTime();
  private readonly storage = new SimulatedStorage();
  private saving = this.signIn();
  readonly differences: string[] = [];
  submitted = 0;

  private signIn(): EntrySaving {
    const { service, time } = this;
    return new EntrySaving({ send: service.save, now: time.now, after: time.after }, new Journal(this.storage, '李'));
  }

  private readonly find: Find = ({ key }) => {
    const name = key.split(' ')[0] ?? '';
    const { subject } = gridEntryOf(rowOf(NAMES.indexOf(name), indicatorOf(name)), MONTH);
    return { subject, stored: this.service.stored(key) };
  };

  private seen(name: string) {
    const seen = this.find({ key: `${name} ${MONTH}`, month: MONTH });
    if (!seen) throw new Error(`no row ${name}`);
    return seen;
  }

  /** What is locked cannot be typed into. */
  private fill(from: number, texts: readonly string[], field: 'value' | 'note'): void {
    const cells = texts.flatMap((one, index) => {
      const name = NAMES[from + index];
      const seen = name === undefined ? null : this.seen(name);
      return seen && !seen.stored.isLocked ? [{ ...seen, changes: { [field]: one === '' ? null : one } }] : [];
    });
    if (cells.length > 0) this.saving.type(cells);
  }

  async act(step: Action): Promise<void> {
    switch (step.kind) {
      case 'type':
        this.fill(step.row, [step.text], 'value');
        break;
      case 'note':
        this.fill(step.row, [step.text], 'note');
        break;
      case 'paste':
        this.fill(step.row, step.texts, 'value');
        break;
      case 'colleague':
        this.service.change(`${NAMES[step.row]} ${MONTH}`, { value: step.value });
        break;
      case 'wait':
        await this.time.pass(step.ms);
        break;
      case 'undo':
      case 'redo':
        this.saving[step.kind](this.find);
        break;
      case 'offline':
        this.service.isAway = true;
        break;
      case 'lose-answers':
        this.service.losesAnswers = true;
        break;
      case 'online':
        this.service.isAway = false;
        this.service.losesAnswers = false;
        this.saving.tryAgain();
        break;
      case 'leave':
        this.saving.stop();
        this.saving = this.signIn();
        this.saving.meet(this.find);
        break;
      case 'submit':
        await this.submit();
        break;
    }
  }

  private async submit(): Promise<void> {
    await this.saving.flush();
    for (const name of NAMES) {
      const { subject, stored } = this.seen(name);
      const onScreen = this.saving.hand(subject.key)?.typed ?? stored.content;
      if (this.saving.hand(subject.key) !== undefined || !this.service.submit(subject.key, stored.version)) continue;
      this.submitted += 1;
      const held = this.service.stored(subject.key).content;
      const read = subject.check(onScreen).content;
      if (held.value !== read.value || held.note !== read.note) this.differences.push(name);
    }
    this.saving.forgetSteps();
  }
}

describe('the screen and the service', () => {
  it('agree on everything that was handed in, whatever was done before', async () => {
    let submitted = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(action, { minLength: 5, maxLength: 40 }), async (steps) => {
        const desk = new Desk();
        for (const step of steps) await desk.act(step);
        await desk.act({ kind: 'online' });
        await desk.act({ kind: 'submit' });
        submitted += desk.submitted;
        expect(desk.differences).toEqual([]);
      }),
      { numRuns: SEQUENCES },
    );
    // Else nothing was shown.
    expect(submitted).toBeGreaterThan(SEQUENCES / 2);
  });
});
