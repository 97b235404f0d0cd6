import type { DraftRow } from '../../../api/imports.js';
import { changedFields, commonValues } from './row-values.js';

const row = (fields: Partial<DraftRow>): DraftRow =>
  ({
    name: '发文数量',
    raw: '≤536 件',
    level1: '产出指标',
    level2: '数量指标',
    weight: '5',
    section: null,
    ...fields,
  }) as DraftRow;

describe('rows that are edited together', () => {
  it('show what they have in common and leave open what they differ in', () => {
    expect(commonValues([row({}), row({ name: '督查次数', weight: '5', level2: '质量指标' })])).toMatchObject({
      level1: '产出指标',
      weight: '5',
    });
    expect(commonValues([row({}), row({ weight: '6' })])).not.toHaveProperty('weight');
  });

  it('change in what was changed, and in nothing else', () => {
    const before = commonValues([row({}), row({ level2: '质量指标' })]);
    expect(changedFields(before, { ...before, weight: '6' })).toEqual({ weight: '6' });
    expect(changedFields(before, before)).toEqual({});
  });

  it('lose their points, rule or section where the field was emptied, but a text becomes empty', () => {
    const before = commonValues([row({ rule: 'direct', section: '综合股' })]);
    expect(changedFields(before, { ...before, weight: '', rule: undefined, section: '', level2: '' })).toEqual({
      weight: null,
      rule: null,
      section: null,
      level2: '',
    });
  });
});
