import { readPolicies } from '../../../../../src/policies/policies.js';
import { SimulatedService } from '../../../../../test/support/entry/simulated-service.js';
import { SimulatedStorage, SimulatedTime } from '../../../../../test/support/entry/simulated-time.js';
import { checkTyped } from '../check-typed.js';
import type { Typed } from '../typed.js';
import { EntrySaving, type Find } from './entry-saving.js';
import type { Subject } from './in-hand.js';
import { Journal } from './journal.js';

const policy = [...readPolicies().values()][0]!;
const COUNT = {
  name: '调研次数',
  comparator: '>=',
  target: '12',
  targetUpper: null,
  unit: '次',
  rule: null,
  weight: '5',
  aggregation: 'sum',
} as const;

const MONTH = '2026-10';

function subject(id: string, month = MONTH): Subject {
  const check = (typed: Typed) => checkTyped(COUNT, month, typed, policy);
  return { key: `${id} ${month}`, id, isMeasure: false, indicatorIds: [id], month, name: id, check };
}

describe('what is typed', () => {
  let service: SimulatedService;
  let time: SimulatedTime;
  let storage: SimulatedStorage;
  beforeEach(() => {
    service = new SimulatedService();
    time = new SimulatedTime();
    storage = new SimulatedStorage();
  });

  const signIn = (user = '李') =>
    new EntrySaving({ send: service.save, now: time.now, after: time.after }, new Journal(storage, user));
  const seen = (id: string, month?: string) => {
    const shown = subject(id, month);
    return { subject: shown, stored: service.stored(shown.key) };
  };
  const type = (saving: EntrySaving, id: string, changes: Partial<Typed>): void => {
    saving.type([{ ...seen(id), changes }]);
  };
  const find: Find = ({ key, month }) => seen(key.split(' ')[0]!, month);
  const content = (id: string) => service.stored(`${id} ${MONTH}`).content;
  const phase = (saving: EntrySaving, id: string) => saving.hand(`${id} ${MONTH}`)?.phase;

  it('is saved when it is quiet, as one number and not digit by digit', async () => {
    const saving = signIn();
    for (const text of ['1', '12', '123']) {
      type(saving, '甲', { value: text });
      await time.pass(300);
    }
    expect(service.requests).toBe(0);
    await time.pass(700);
    expect([service.requests, content('甲').value, saving.all().size]).toEqual([1, '123', 0]);
  });

  it('goes in one request for many rows, and as a plain number', async () => {
    const saving = signIn();
    saving.type(['甲', '乙', '丙'].map((id, index) => ({ ...seen(id), changes: { value: `1,00${index}` } })));
    await time.pass(1000);
    expect([service.requests, content('丙').value]).toEqual([1, '1002']);
  });

  it('is not sent while it cannot be read, and what was saved before stays', async () => {
    const saving = signIn();
    type(saving, '甲', { value: '15' });
    await time.pass(1000);
    type(saving, '甲', { value: '1,5' });
    await time.pass(5000);
    expect([service.requests, content('甲').value, saving.hand(`甲 ${MONTH}`)?.typed.value]).toEqual([1, '15', '1,5']);
  });

  it('is gone from the service too when the cell was emptied', async () => {
    const saving = signIn();
    type(saving, '甲', { value: '15' });
    await time.pass(1000);
    type(saving, '甲', { value: null });
    await time.pass(1000);
    expect([service.stored(`甲 ${MONTH}`).version, saving.all().size]).toEqual([null, 0]);
  });

  it('needs no saving where it says what is stored already', () => {
    service.change(`甲 ${MONTH}`, { value: '1234' });
    const saving = signIn();
    type(saving, '甲', { value: '1,234' });
    expect(saving.all().size).toBe(0);
  });

  it('is tried again, ever more rarely, until the service can be reached', async () => {
    const saving = signIn();
    service.isAway = true;
    type(saving, '甲', { value: '7' });
    await time.pass(60_000);
    expect(phase(saving, '甲')?.kind).toBe('waiting');
    expect(service.requests).toBeLessThan(8);
    service.isAway = false;
    await time.pass(60_000);
    expect(content('甲').value).toBe('7');
  });

  it('is sent at once when the network is back', async () => {
    const saving = signIn();
    service.isAway = true;
    type(saving, '甲', { value: '7' });
    await time.pass(60_000);
    service.isAway = false;
    saving.tryAgain();
    await time.pass(1);
    expect(content('甲').value).toBe('7');
  });

  it('is saved once where the answer was lost', async () => {
    const saving = signIn();
    service.losesAnswers = true;
    type(saving, '甲', { value: '7' });
    await time.pass(1000);
    service.losesAnswers = false;
    await time.pass(10_000);
    expect([service.stored(`甲 ${MONTH}`).version, saving.all().size]).toEqual([1, 0]);
  });

  it('survives a killed tab, and belongs to the user who typed it', async () => {
    service.isAway = true;
    const first = signIn('李');
    type(first, '甲', { value: '7' });
    first.stop();
    service.isAway = false;

    const other = signIn('王');
    other.meet(find);
    await time.pass(10_000);
    expect([other.all().size, service.requests]).toEqual([0, 0]);

    const again = signIn('李');
    expect(again.monthsLeft()).toEqual([MONTH]);
    again.meet(find);
    expect(again.hand(`甲 ${MONTH}`)?.typed.value).toBe('7');
    await time.pass(1000);
    expect([content('甲').value, storage.length]).toEqual(['7', 0]);
  });

  it('is asked about where somebody else has saved another figure, and nothing is lost either way', async () => {
    service.change(`甲 ${MONTH}`, { value: '5' });
    for (const [decide, value] of [
      ['keepMine', '9'],
      ['takeTheirs', '8'],
    ] as const) {
      const saving = signIn();
      const before = seen('甲');
      service.change(`甲 ${MONTH}`, { value: '8', note: null });
      saving.type([{ ...before, changes: { value: '9', note: '我的备注' } }]);
      await time.pass(1000);
      expect(phase(saving, '甲')).toMatchObject({ kind: 'conflict', theirs: { content: { value: '8' } } });
      saving[decide](`甲 ${MONTH}`);
      await time.pass(1000);
      expect([content('甲').value, content('甲').note, saving.all().size]).toEqual([value, '我的备注', 0]);
      service.change(`甲 ${MONTH}`, { value: '5', note: null });
    }
  });

  it('a note typed offline stands beside the value that somebody else saved meanwhile', async () => {
    service.change(`甲 ${MONTH}`, { value: '5' });
    const first = signIn();
    service.isAway = true;
    type(first, '甲', { note: '含夜巡' });
    await time.pass(1000);
    first.stop();
    service.isAway = false;
    service.change(`甲 ${MONTH}`, { value: '6' });
    const again = signIn();
    again.meet(find);
    await time.pass(1000);
    expect(content('甲')).toMatchObject({ value: '6', note: '含夜巡' });
  });

  it('is shown beside what was handed in meanwhile, and can only be given up', async () => {
    service.change(`甲 ${MONTH}`, { value: '5' });
    const saving = signIn();
    const before = seen('甲');
    service.submit(`甲 ${MONTH}`, 1);
    saving.type([{ ...before, changes: { value: '6' } }]);
    await time.pass(1000);
    expect(phase(saving, '甲')).toMatchObject({ kind: 'conflict', clashes: [], theirs: { isLocked: true } });
    saving.takeTheirs(`甲 ${MONTH}`);
    expect([saving.all().size, content('甲').value]).toEqual([0, '5']);
  });

  it('is all saved after a flush, also what was typed while it was under way', async () => {
    const saving = signIn();
    type(saving, '甲', { value: '1' });
    const flushed = saving.flush();
    type(saving, '甲', { value: '12' });
    type(saving, '乙', { value: '3' });
    await flushed;
    expect([content('甲').value, content('乙').value, saving.all().size]).toEqual(['12', '3', 0]);
  });

  it('a flush ends where the service cannot be reached', async () => {
    const saving = signIn();
    service.isAway = true;
    type(saving, '甲', { value: '1' });
    await saving.flush();
    expect(phase(saving, '甲')?.kind).toBe('waiting');
  });

  it('a flush tries again what was sent while the network was away', async () => {
    const saving = signIn();
    service.isAway = true;
    type(saving, '甲', { value: '1' });
    void saving.flush();
    service.isAway = false;
    await saving.flush();
    expect([content('甲').value, saving.all().size]).toEqual(['1', 0]);
  });

  it('is taken back and done again step by step: a block is one step, a word that is typed is one', async () => {
    const saving = signIn();
    type(saving, '甲', { value: '1' });
    type(saving, '甲', { value: '12' });
    await time.pass(5000);
    saving.type(['甲', '乙'].map((id) => ({ ...seen(id), changes: { value: '9' } })));
    await time.pass(5000);
    const figures = () => [content('甲').value, content('乙').value];
    expect(figures()).toEqual(['9', '9']);
    saving.undo(find);
    await time.pass(5000);
    expect(figures()).toEqual(['12', null]);
    saving.undo(find);
    await time.pass(5000);
    expect(figures()).toEqual([null, null]);
    saving.undo(find);
    saving.redo(find);
    saving.redo(find);
    await time.pass(5000);
    expect(figures()).toEqual(['9', '9']);
  });

  it('is no step where it was given up by Escape: what was undone before is undone next', async () => {
    const saving = signIn();
    type(saving, '甲', { value: '5' });
    await time.pass(5000);
    const mark = saving.mark();
    type(saving, '甲', { value: '77' });
    await time.pass(5000);
    saving.giveUp({ ...seen('甲'), changes: { value: '5' } }, mark);
    await time.pass(5000);
    expect(content('甲').value).toBe('5');
    saving.undo(find);
    await time.pass(5000);
    expect(content('甲').value).toBe(null);
    saving.undo(find);
    await time.pass(5000);
    expect(content('甲').value).toBe(null);
  });

  describe('the answer "yes, it is right"', () => {
    const yes = { confirmed: ['far-above-usual' as const] };
    const confirmed = () => content('甲').confirmed;
    beforeEach(() => {
      service.asks = ['far-above-usual'];
    });

    it('is kept with the entry, and asked for anew where its figures change, but not where a note does', async () => {
      const saving = signIn();
      type(saving, '甲', { value: '90' });
      type(saving, '甲', yes);
      await time.pass(1000);
      expect(confirmed()).toEqual(['far-above-usual']);
      type(saving, '甲', { note: '见台账' });
      await time.pass(1000);
      expect(confirmed()).toEqual(['far-above-usual']);
      type(saving, '甲', { value: '95' });
      await time.pass(1000);
      expect([content('甲').value, confirmed()]).toEqual(['95', []]);
    });

    it('is not lost where it is given while the figure is being saved', async () => {
      const saving = signIn();
      type(saving, '甲', { value: '90' });
      const flushed = saving.flush();
      type(saving, '甲', yes);
      await flushed;
      expect([confirmed(), saving.all().size]).toEqual([['far-above-usual'], 0]);
    });

    it('is given up where the service does not ask: it is not sent for ever', async () => {
      service.asks = [];
      const saving = signIn();
      type(saving, '甲', { value: '90' });
      type(saving, '甲', yes);
      await time.pass(10_000);
      expect([service.requests, saving.all().size]).toEqual([1, 0]);
    });

    it('was said of my figure: with what somebody else has entered meanwhile it is asked again', async () => {
      service.change(`甲 ${MONTH}`, { value: '90' });
      const saving = signIn();
      const before = seen('甲');
      service.change(`甲 ${MONTH}`, { value: '99' });
      saving.type([{ ...before, changes: yes }]);
      await time.pass(1000);
      expect([content('甲').value, confirmed(), saving.all().size]).toEqual(['99', [], 0]);
    });
  });
});
