import type { Places, SheetDraft } from '../../sheet-draft.js';
import { decimalCell } from '../lines/decimal-cell.js';
import type { Columns } from '../columns/columns.js';
import { executionFigures } from '../funding/execution-figures.js';
import { fiscalYear } from '../head/fiscal-year.js';
import { fundingOf } from '../funding/funding.js';
import { indicatorTable, weightTotal } from '../rows/indicator-table.js';
import { type Label, LABELS, labelledValue } from '../head/labelled-value.js';
import { numberedGoals } from '../head/numbered-goals.js';
import { textOrNull } from '../lines/printed-text.js';
import type { RecognisedSheet } from '../recognised-sheet.js';
import { filledCells, type Line } from '../lines/document-lines.js';
import { isPageNumber } from '../lines/page-number.js';
import type { SheetRegion } from './sheet-regions.js';
import { withSplitValuesJoined } from '../rows/split-rows.js';

/** Reads one sheet: what stands above the indicator table, then the table. */
export function sheetInRegion(region: SheetRegion, columns: Columns, documentTitle: string): RecognisedSheet {
  const { title } = region;
  const head = withSplitValuesJoined(region.head);
  const value = (label: Label) => textOrNull(labelledValue(head, label)?.text);
  const table = indicatorTable(columns, region.body);
  const { funding, source: fundingSource } = fundingOf(head);
  const goal = goalOf(head);
  const project = value('project');
  const execution = table.execution ?? executionFigures(head);
  const draft: SheetDraft = {
    kind: region.kind ?? (project === null ? 'department' : 'project'),
    fiscalYear: fiscalYear(title, head, documentTitle),
    department: value('department'),
    project,
    responsible: { name: value('responsible'), phone: value('phone') },
    goal: goal?.text ?? null,
    goals: numberedGoals(goal?.text ?? ''),
    funding,
    executionWeight: execution.weight,
    weightTotal: weightTotal(table.indicators),
    indicators: table.indicators,
    published: {
      total: table.total ?? decimalCell(value('total') ?? undefined),
      executionRate: execution.rate,
      executionScore: execution.score,
    },
    places: headPlaces(head, title, fundingSource),
  };
  return {
    draft,
    title: title?.cells.map(({ text }) => text).join('') ?? documentTitle,
    source: (title ?? region.header)?.source ?? null,
    unread: table.unread,
    breaks: table.breaks,
    joined: table.joined,
    sums: table.sums,
    guessed: [...head, ...table.read].some(({ isGuessed }) => isGuessed),
    computed: [...head, ...table.read].flatMap(({ cells }) => cells.filter(({ computed }) => computed)),
  };
}

function headPlaces(head: readonly Line[], title: Line | null, funding: string | null): Places {
  const labelled = Object.keys(LABELS).map((label) => [label, labelledValue(head, label as Label)?.source] as const);
  const places = [['title', title?.source] as const, ...labelled, ['funding', funding] as const];
  return Object.fromEntries(places.filter(([, place]) => place != null)) as Places;
}

/** A goal may go on in paragraphs behind its cell, or at the top of the next page. */
function goalOf(head: readonly Line[]): { text: string; source: string } | null {
  const found = labelledValue(head, 'goal');
  if (!found) return null;
  const behind = head.slice(found.line + 1);
  const rest = behind.find(({ isRow }) => isRow);
  const isStacked = head[found.line]?.isGuessed === true;
  const paragraphs = behind.slice(0, rest ? behind.indexOf(rest) : isStacked ? undefined : 0);
  const more = paragraphs.filter((line) => !isPageNumber(line)).flatMap(({ cells }) => cells.map(({ text }) => text));
  const overPage = rest?.startsTable && filledCells(rest).length === 1 ? (filledCells(rest)[0]?.text ?? '') : '';
  return { text: [found.text, ...more].join('\n') + overPage, source: found.source };
}
