import fc from 'fast-check';
import { importDocument } from '../../src/imports/import-document.js';
import { parseTargetValue } from '../../src/domain/printed/target-value.js';
import type { Doubt, ImportDraft, IndicatorDraft } from '../../src/imports/sheet-draft.js';
import { printedTarget, type PrintedTarget, YEAR } from '../support/imports/printed-targets.js';

const ROWS = 20;
const TARGETS = Number(process.env.PRINTED_TARGETS ?? 400);
/** Doubts that ask what a target means. */
const ASKED = /^(?:target-|date-|period-|number-|percent-|zero-|rows-suspected)/;

const nameOf = ({ name = '事项' }: PrintedTarget, row: number): string => `${name}甲${row}`;

function documentOf(targets: readonly PrintedTarget[]): string {
  const rows = targets.map((target, row) => `产出指标\t数量指标\t${nameOf(target, row)}\t${target.printed}\t4.5`);
  return `项目支出绩效目标表\n（${YEAR}年度）\n预算单位\t某县水利站\n项目名称\t整修\n一级指标\t二级指标\t三级指标\t指标值\t权重\n${rows.join('\n')}\n`;
}

/** As the table of meanings writes it. */
function read({
  comparator,
  target,
  targetUpper,
  unit,
  per,
}: Pick<IndicatorDraft, 'comparator' | 'target' | 'targetUpper' | 'unit' | 'per'>): string | null {
  if (comparator === null) return null;
  if (comparator === 'qualitative') return `"${target}"`;
  const value = targetUpper === null ? target : `${target}..${targetUpper}`;
  return [comparator, value, unit, per && `/${per}`].filter(Boolean).join(' ');
}

/** Of the answers that a doubt suggests to what has one meaning, one must be right. */
function misleads({ answers = [] }: Doubt, { meaning }: PrintedTarget): boolean {
  const suggested = answers.flatMap(({ value }) => (typeof value.target === 'string' ? [value.target] : []));
  const meant = suggested.map((text) => parseTargetValue(text, YEAR));
  return meaning !== null && suggested.length > 0 && !meant.some((value) => value && read(value) === meaning);
}

type Verdict = 'right' | 'doubted' | 'silent';

function verdict({ sheets, doubts }: ImportDraft, target: PrintedTarget, row: number): Verdict {
  const index = sheets[0]?.indicators.findIndex(({ name }) => name === nameOf(target, row)) ?? -1;
  const indicator = sheets[0]?.indicators[index];
  if (!indicator) return 'silent';
  if (read(indicator) === target.meaning && target.meaning !== null) return 'right';
  const asked = doubts.find(({ code, indicator: about }) => about === index && ASKED.test(code));
  return asked && !misleads(asked, target) ? 'doubted' : 'silent';
}

describe('printed targets of every notation', () => {
  it('are read as they are meant, or doubted', async () => {
    const figures = { right: 0, doubted: 0, silent: 0 };
    const doubted = new Set<string>();
    const silent = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.array(printedTarget, { minLength: ROWS, maxLength: ROWS }), async (targets) => {
        const draft = await importDocument(Buffer.from(documentOf(targets)), 'file.txt');
        for (const [row, target] of targets.entries()) {
          const found = verdict(draft, target, row);
          figures[found] += 1;
          const index = draft.sheets[0]?.indicators.find(({ name }) => name === nameOf(target, row));
          const line = `${target.printed}: ${target.meaning ?? '?'} ≠ ${(index && read(index)) ?? '-'}`;
          if (found === 'silent') silent.add(line);
          if (found === 'doubted' && target.meaning !== null) doubted.add(line);
        }
      }),
      { numRuns: Math.ceil(TARGETS / ROWS), endOnFailure: true },
    );
    if (process.env.PRINTED_TARGETS) process.stderr.write(`${JSON.stringify(figures)}\n${[...doubted].join('\n')}\n`);
    expect([...silent]).toEqual([]);
    // What has one meaning is read: without this, doubting everything would pass.
    expect(figures.right / (figures.right + figures.doubted)).toBeGreaterThan(0.6);
  });
});
