import { readPolicies } from '../../../../src/policies/policies.js';
import { entryOf, gridEntryOf, indicatorOf, rowOf } from '../../../../test/support/entry/sample-rows.js';
import { unexplained } from './unexplained.js';

const [policy] = readPolicies().values();
const MONTH = '2026-10';
const of = (...entries: ReturnType<typeof entryOf>[]) =>
  unexplained(gridEntryOf(rowOf(0, indicatorOf('一', { target: '100', entries })), MONTH), policy!);

describe('what a saved entry still has to explain', () => {
  it('is that it is behind its plan', () => {
    expect(of(entryOf(MONTH, { value: '5' }))?.code).toBe('off-pace');
  });

  it('is nothing once reason and measure are there, nor of what runs as planned or was handed in', () => {
    const said = { deviationReason: '来文减少', correctiveMeasure: '年底前补齐' };
    expect(of(entryOf(MONTH, { value: '5', ...said }))).toBeNull();
    expect(of(entryOf(MONTH, { value: '5', ...said, correctiveMeasure: ' ' }))?.code).toBe('off-pace');
    expect(of(entryOf('2026-09', { value: '85', status: 'approved' }), entryOf(MONTH, { value: '10' }))).toBeNull();
    expect(of(entryOf(MONTH, { value: '5', status: 'submitted' }))).toBeNull();
    expect(of()).toBeNull();
  });
});
