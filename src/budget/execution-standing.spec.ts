import { executionStanding } from './execution-standing.js';

const NOTHING = { overspent: false, lagging: false, needsReason: false };

describe('budget execution beside the time that has passed', () => {
  it.each([
    ['2026-06', '50', '100', { ...NOTHING, rate: '0.5000' }],
    ['2026-06', '30', '100', { ...NOTHING, rate: '0.3000' }],
    ['2026-06', '29.99', '100', { ...NOTHING, rate: '0.2999', lagging: true }],
    ['2026-03', '100.01', '100', { ...NOTHING, rate: '1.0001', overspent: true }],
    ['2026-12', '90', '100', { ...NOTHING, rate: '0.9000' }],
    ['2026-12', '89.9', '100', { ...NOTHING, rate: '0.8990', needsReason: true }],
    ['2026-12', '1', '0', { ...NOTHING, rate: null }],
    ['2026-12', '1', null, { ...NOTHING, rate: null }],
  ])('by %s with %s of %s', (month, spent, budget, expected) => {
    expect(executionStanding(month, spent, budget)).toEqual(expected);
  });
});
