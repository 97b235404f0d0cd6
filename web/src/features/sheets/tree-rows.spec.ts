import type { ScoredIndicator, TargetSheet } from '../../api/types.js';
import { treeOf } from './tree-rows.js';

const indicator = (id: string) => ({ id, name: id, level1: '产出指标', level2: '数量指标', weight: '10' });
const score = (id: string, max: string, status: string) => ({
  indicatorId: id,
  id,
  status,
  score: max,
  max,
  explanation: { notes: [] },
});

describe('the levels of a sheet', () => {
  it('count the points that count: what does not apply gives none, as in the total', () => {
    const sheet = { indicators: [indicator('一'), indicator('二')] } as unknown as TargetSheet;
    const scored = [score('一', '10', 'scored'), score('二', '0', 'not-applicable')] as unknown as ScoredIndicator[];
    expect(treeOf(sheet, scored, '2026-10')).toMatchObject([{ weight: '20', max: '10' }]);
  });
});
