import type { Doubt, IndicatorDraft, SheetDraft } from '../sheet-draft.js';
import type { RecognisedPage } from '../table-model.js';
import { offeringSigns, readByOcr } from './read-by-ocr.js';

const box = (top: number) => ({ left: 0.1, top, width: 0.8, height: 0.05 });
const PAGES: RecognisedPage[] = [
  { page: 2, confidence: 81, boxes: { 'p2 ¶1': box(0.1), 'p2 T1R1': box(0.2), 'p2 T1R3': box(0.4) } },
  { page: 3, confidence: null },
];
const row = (fields: Partial<IndicatorDraft>): IndicatorDraft =>
  ({ level1: '产出指标', level2: '', name: '办班', comparator: '=', raw: '6次', source: 'p2 T1R3C1', ...fields }) as IndicatorDraft; // prettier-ignore
const sheet = (...indicators: IndicatorDraft[]) =>
  ({ indicators, places: { title: 'p2 ¶1', department: 'p2 T1R1C2' } }) as unknown as SheetDraft;
const answersFor = (fields: Partial<IndicatorDraft>) =>
  readByOcr(PAGES, [sheet(row(fields))])[1]?.answers?.map(({ value }) => value.target);

describe('a value that was recognised in a picture', () => {
  it('is shown there: the row, and the head with the first row', () => {
    const [head, first, second] = readByOcr(PAGES, [sheet(row({}), row({ source: 'p3 T1R1C1' }))]);
    expect(first).toMatchObject({ page: 2, box: box(0.4) });
    expect(head?.page).toBe(2);
    expect(head?.box?.top).toBe(0.1);
    expect(head?.box?.height).toBe(0.15); // to the department, without the rows
    expect([second?.page, second?.box]).toEqual([3, undefined]); // read before boxes were kept
  });

  it.each<[string, Partial<IndicatorDraft>, string[] | undefined]>([
    ['a bare number', {}, ['≥6次', '≤6次']],
    ['a sign that was taken for a word', { comparator: null, raw: '过500 册' }, ['≥500册', '≤500册']],
    ['a share', { name: '群众满意度', raw: '90%' }, ['≥90%', '≤90%']],
    ['money', { level1: '成本指标', name: '购书', raw: '60万元' }, ['≤60万元', '≥60万元']],
    ['what nobody wants', { name: '安全事故', raw: '2起' }, ['≤2起', '≥2起']],
    ['a sign that was read', { comparator: '>=', raw: '≥6次' }, undefined],
    ['an equals sign', { raw: '=6次' }, undefined],
    ['words', { comparator: 'qualitative', raw: '有所提高' }, undefined],
    ['what is no number', { comparator: null, raw: '呈' }, undefined],
  ])('may have lost its sign: %s', (_, fields, answers) => {
    expect(answersFor(fields)).toEqual(answers);
  });

  it('is offered with its signs also where it is said to be unread, and before it is taken as words', () => {
    const words = { label: { zh: '', en: '' }, part: 'decisions', value: { qualitative: true } } as const;
    const unread = (indicator: number): Doubt => ({ code: 'target-unparsed', severity: 'error', sheet: 0, indicator, message: words.label, source: null, answers: [words] }); // prettier-ignore
    const rows = [row({ comparator: null, raw: '过500册' }), row({ comparator: null, raw: '呈' })];
    const doubts = offeringSigns([...readByOcr(PAGES, [sheet(...rows)]), unread(0), unread(1)]);
    const offered = doubts
      .filter(({ code }) => code === 'target-unparsed')
      .map(({ answers }) => answers?.map(({ value }) => value.target ?? value.qualitative));
    expect(offered).toEqual([['≥500册', '≤500册', true], [true]]);
  });
});
