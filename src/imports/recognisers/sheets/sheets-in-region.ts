import type { FundingDraft, SheetDraft } from '../../sheet-draft.js';
import type { Cell } from '../../table-model.js';
import type { Header } from '../columns/header.js';
import { amountCell, type MoneyUnit, unitOfAmounts } from '../lines/amount-cell.js';
import { departmentName } from '../../../domain/printed/department-name.js';
import { fiscalYear, printedYears } from '../head/fiscal-year.js';
import { numberedGoals } from '../head/numbered-goals.js';
import { contactOf } from '../head/contact.js';
import { type SheetHead, sheetHead } from '../head/sheet-head.js';
import { labelsBeside } from '../head/labels-beside.js';
import { unknownLabels } from '../head/unknown-labels.js';
import { unreadFigures } from '../head/unread-figures.js';
import { filledCells, type Line } from '../lines/document-lines.js';
import type { RecognisedSheet } from '../recognised-sheet.js';
import { isNote } from '../rows/aside-row.js';
import { caption } from '../rows/caption.js';
import { type IndicatorTable, indicatorTable, type OwnedIndicator } from '../rows/indicator-table.js';
import { weightTotal } from '../rows/printed-sums.js';
import { type Owner, ownerKey } from '../rows/owner.js';
import { withSplitValuesJoined } from '../rows/split-rows.js';
import { unitInCaption } from '../rows/unit-above.js';
import { sectionName } from './sections.js';
import { isTitleText, officeInTitle } from './titles.js';
import type { SheetRegion } from './sheet-regions.js';

/**
 * Reads what stands above the indicator table, then the table. One table can hold several sheets: its rows name their
 * department or project.
 */
export function sheetsInRegion(
  region: SheetRegion,
  header: Header,
  documentTitle: string,
  unitAbove: MoneyUnit = '万元',
): RecognisedSheet[] {
  const lines = withSplitValuesJoined(region.head);
  const year = yearOf(region, documentTitle);
  const isYearOwn = fiscalYear(region.title, region.head, isTitleText(documentTitle) ? '' : documentTitle) !== null;
  const head = withContact(sheetHead(lines, unitOfFunding(region, unitAbove)), region.body);
  const table = indicatorTable(header, [...captionAbove(region), ...region.body], {
    fiscalYear: year,
    unit: unitInCaption(lines),
  });
  const keys = [...new Set(table.rows.map(({ owner }) => ownerKey(owner)))];
  const parts =
    keys.length > 1 ? keys.map((key) => table.rows.filter(({ owner }) => ownerKey(owner) === key)) : [table.rows];
  const amountUnit = unitOfAmounts([...lines, ...region.body]);
  return parts.map((rows, place) => {
    const owner = rows[0]?.owner ?? null;
    const own = ownHead(region, head, lines, owner, amountUnit);
    const draft = sheetOf(region, own, year, rows, parts.length > 1 ? null : table);
    const isOwn = { department: (owner?.department ?? head.department) !== null, fiscalYear: isYearOwn };
    const takenOver = (['department', 'fiscalYear'] as const).flatMap((field) =>
      isOwn[field] || draft[field] === null ? [] : [{ field, value: String(draft[field]) }],
    );
    return recognised(region, draft, own, table, { place, of: parts.length, documentTitle, unitAbove, takenOver });
  });
}

/** 产出指标 directly above the header is the level of the rows below it. */
function captionAbove({ head }: SheetRegion): Line[] {
  const line = head.at(-1);
  return line && caption(line)?.level1 != null ? [line] : [];
}

/** Who filled the form in may stand below the table. */
function withContact(head: SheetHead, body: readonly Line[]): SheetHead {
  const { name, phone, source } = contactOf(body.filter((line) => isNote(filledCells(line))));
  const { responsible, places } = head;
  return responsible.name !== null || responsible.phone !== null
    ? head
    : { ...head, responsible: { name, phone }, places: { ...places, ...source } };
}

function sheetOf(
  region: SheetRegion,
  head: SheetHead,
  year: number | null,
  rows: readonly OwnedIndicator[],
  table: IndicatorTable | null,
): SheetDraft {
  const indicators = rows.map(({ indicator }) => indicator);
  const inTable = table?.execution;
  return {
    kind: region.kind ?? (head.project === null ? 'department' : 'project'),
    fiscalYear: year,
    department: head.department,
    // That of a whole department can list its projects.
    project: region.kind === 'department' ? null : head.project,
    responsible: head.responsible,
    sectionRaw: head.sectionRaw,
    email: head.email,
    goal: head.goal,
    goals: numberedGoals(head.goal ?? ''),
    funding: head.funding,
    executionWeight: inTable?.weight ?? head.execution.weight,
    weightTotal: weightTotal(indicators),
    indicators,
    published: {
      total: table?.total ?? head.total,
      executionRate: inTable?.rate ?? head.execution.rate,
      executionScore: inTable?.score ?? head.execution.score,
    },
    places: region.title ? { title: region.title.source, ...head.places } : head.places,
  };
}

/** What the rows of a table say of their sheet wins over its head, and that over the head of the title it stands under. */
function ownHead(
  region: SheetRegion,
  head: SheetHead,
  lines: readonly Line[],
  owner: Owner | null,
  amountUnit: ReturnType<typeof unitOfAmounts>,
): SheetHead {
  const section = [...(region.title ? [] : [region.head[0]]), ...lines].flatMap(
    (line) => (line && sectionName(line)) ?? [],
  );
  const above = region.under && sheetHead(region.under.head);
  const ofTitle = region.title && officeInTitle(region.title);
  const department = owner?.department ?? head.department ?? ofTitle ?? above?.department ?? null;
  const amount = owner?.amount == null ? null : amountCell(owner.amount, amountUnit);
  const funding: FundingDraft = amount === null ? head.funding : { ...head.funding, total: amount };
  return {
    ...head,
    department: department === null ? null : departmentName(department),
    project: owner?.project ?? head.project ?? section.at(-1) ?? null,
    goal: owner?.goal ?? head.goal,
    funding,
  };
}

function yearOf({ title, head, under }: SheetRegion, documentTitle: string): number | null {
  const own = fiscalYear(title, head, under ? '' : documentTitle);
  return own ?? (under ? fiscalYear(under.title, under.head, documentTitle) : null);
}

interface Part {
  readonly place: number;
  /** How many sheets the table holds. */
  readonly of: number;
  readonly documentTitle: string;
  readonly takenOver: RecognisedSheet['takenOver'];
  /** In which the document prints amounts where the sheet does not say it. */
  readonly unitAbove: MoneyUnit;
}

/** It may stand in the title or in a remark below the table, too. */
const unitOfFunding = ({ title, head, body }: SheetRegion, above: MoneyUnit): MoneyUnit =>
  unitOfAmounts([...(title ? [title] : []), ...head, ...body.filter(({ isRow }) => !isRow)], above);

/** What the head prints and nobody reads. In a table of several sheets its figures are those of the rows. */
function unknownInHead(region: SheetRegion, draft: SheetDraft, unitAbove: MoneyUnit | null): Cell[] {
  const { head, title } = region;
  const labels = unknownLabels(head, title !== null);
  const figures =
    unitAbove === null || title === null ? [] : unreadFigures(head, draft.funding, unitOfFunding(region, unitAbove));
  return [...labels, ...figures.filter(({ source }) => !labels.some((label) => label.source === source))];
}

/** What concerns the whole table is said with its first sheet. */
function recognised(
  region: SheetRegion,
  draft: SheetDraft,
  head: SheetHead,
  table: IndicatorTable,
  { place, of, documentTitle, unitAbove, takenOver }: Part,
): RecognisedSheet {
  const { unread, breaks, joined, suspected, sums, headers, longTerm, notes, totalsUnread } = table;
  const lines = [...region.head, ...table.read];
  const ofTable = {
    unread,
    breaks,
    joined,
    suspected,
    sums: of > 1 ? [] : sums,
    headers,
    longTerm,
    notes,
    totalsUnread,
  };
  const none = {
    ...{
      unread: [],
      breaks: [],
      joined: [],
      suspected: [],
      sums: [],
      headers: [],
      longTerm: [],
      notes: [],
      totalsUnread: [],
    },
  };
  const title = region.title ?? region.head[0];
  return {
    draft,
    title: (title ? filledCells(title).map(({ text }) => text) : []).join('') || documentTitle,
    source: region.title?.source ?? region.header?.source ?? null,
    isKindAssumed: region.kind === null && head.project === null,
    isUnitAssumed: false, // asked of the whole document
    takenOver,
    years: printedYears(region.title, region.head, documentTitle),
    isShared: of > 1,
    unknownMoney: place === 0 ? head.unknownMoney : [],
    assumedMoney: of === 1 ? head.assumedMoney : [],
    unknownLabels: place === 0 ? unknownInHead(region, draft, of > 1 ? null : unitAbove) : [],
    labelsBeside: of === 1 ? labelsBeside(withSplitValuesJoined(region.head), draft) : [],
    ...(place === 0 ? ofTable : none),
    guessed: lines.some(({ isGuessed }) => isGuessed),
    computed: place === 0 ? lines.flatMap(({ cells }) => cells.filter(({ computed }) => computed)) : [],
  };
}
