import { changedFields } from './changed-fields.js';

describe('the fields of a line of the audit log', () => {
  it('are those that differ, what was not there before or is no more among them', () => {
    const before = { weight: '10', name: '报送信息', note: 'x' };
    const after = { weight: '12.5', name: '报送信息', target: { least: 6 } };
    expect(changedFields({ before, after })).toEqual([
      { name: 'weight', before: '10', after: '12.5' },
      { name: 'note', before: 'x', after: '—' },
      { name: 'target.least', before: '—', after: '6' },
    ]);
  });

  it('are all of what is new, and none where nothing is told', () => {
    expect(changedFields({ before: null, after: { role: 'viewer', locked: false } })).toHaveLength(2);
    expect(changedFields({ before: null, after: null })).toEqual([]);
  });
});
