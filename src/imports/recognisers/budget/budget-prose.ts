import { exact, plain, sum } from '../../../domain/exact.js';
import { amountCell } from '../lines/amount-cell.js';
import type { Line } from '../lines/document-lines.js';
import { isPageNumber } from '../lines/page-number.js';
import type { Amount } from './budget-tables.js';

/** A number that a sentence states, and where. */
export interface Stated {
  readonly number: string;
  readonly source: string;
}

/** What the prose says of one project. */
export interface ProjectInProse {
  readonly name: string;
  /** 预算安排规模 */
  readonly size: Amount | null;
  /** The sum of 资金分配情况; null where it lists no amounts. */
  readonly allotted: Amount | null;
}

/** What the prose of a budget statement says that its tables say, too. */
export interface BudgetProse {
  readonly projects: readonly ProjectInProse[];
  /** 整体绩效目标 N 个，涉及预算金额 … */
  readonly departmentFunding: Amount | null;
  /** 预算安排项目共 N 个 */
  readonly projectCount: Stated | null;
  /** 财政拨款项目涉及预算金额 … */
  readonly projectFunding: Amount | null;
  readonly travelAbroad: Amount | null;
  /** 组团出国 N 次 */
  readonly journeys: Stated | null;
  /** 因公出国人员 N 人次 */
  readonly travellers: Stated | null;
}

const AMOUNT = '([\\d,]+(?:\\.\\d+)?[亿万]?元)';
const PROJECT = /项目名称：(.{1,60}?)(?=设立的|政策依据|预算安排|项目承担|$)/;
/** What one project says ends here at the latest. */
const MOST_LINES = 40;

/** Sentences are cut by the lines and pages that they are printed on; joined, they can be read. */
export function budgetProse(lines: readonly Line[]): BudgetProse {
  const prose = lines.filter((line) => !line.isRow && !isPageNumber(line));
  const text = new Joined(prose);
  return {
    projects: projectsIn(prose),
    departmentFunding: text.amount(`整体(?:预算|支出)?绩效目标\\d*个?[，,]涉及(?:预算)?(?:金额|资金)${AMOUNT}`),
    projectCount: text.number('预算安排项目(?:共|共计)?(\\d+)个'),
    projectFunding: text.amount(`(?<!非)财政拨款项目涉及(?:预算)?(?:金额|资金)${AMOUNT}`),
    travelAbroad: text.amount(`“?三公”?经费(?:预算)?数为[^。]{0,40}?因公出国（境）费${AMOUNT}`),
    journeys: text.number('组团(?:因公)?出国(?:（境）)?(\\d+)[次批]'),
    travellers: text.number('出国(?:（境）)?人员(?:不少于|不超过|约|共)?(\\d+)人次'),
  };
}

/** Lines as one text without blanks, which knows where each letter stands. */
class Joined {
  private readonly text: string;
  private readonly starts: { readonly at: number; readonly source: string }[] = [];

  constructor(lines: readonly Line[]) {
    let text = '';
    for (const { cells, source } of lines) {
      this.starts.push({ at: text.length, source });
      text += cells
        .map((cell) => cell.text)
        .join('')
        .replace(/\s/g, '')
        .replaceAll(':', '：');
    }
    this.text = text;
  }

  number(pattern: string): Stated | null {
    const match = new RegExp(pattern).exec(this.text);
    return match?.[1] === undefined ? null : { number: match[1], source: this.sourceAt(match.index) };
  }

  amount(pattern: string): Amount | null {
    const stated = this.number(pattern);
    const amount = stated && amountCell(stated.number, '万元');
    return stated && amount !== null ? { amount, source: stated.source } : null;
  }

  /** The first group of a pattern, with its place. */
  part(pattern: RegExp): { readonly text: string; readonly source: string } | null {
    const match = pattern.exec(this.text);
    return match?.[1] === undefined ? null : { text: match[1], source: this.sourceAt(match.index) };
  }

  private sourceAt(place: number): string {
    return this.starts.findLast(({ at }) => at <= place)?.source ?? '';
  }
}

function projectsIn(prose: readonly Line[]): ProjectInProse[] {
  const starts = prose.flatMap((line, place) => (nameIn(line) === null ? [] : [place]));
  return starts.flatMap((start, index) => {
    const section = prose.slice(start, Math.min(starts[index + 1] ?? prose.length, start + MOST_LINES));
    const name = section[0] && nameIn(section[0]);
    const text = new Joined(section);
    const size = text.amount(`预算安排规模：${AMOUNT}`);
    const allotted = text.part(/资金分配情况：(.*?)(?:资金执行时间|受益|项目名称|$)/);
    return name && size ? [{ name, size, allotted: allotted && sumOf(allotted, size.amount) }] : [];
  });
}

const nameIn = ({ cells }: Line): string | null =>
  PROJECT.exec(
    cells
      .map(({ text }) => text)
      .join('')
      .replace(/\s/g, '')
      .replaceAll(':', '：'),
  )?.[1] ?? null;

/**
 * 甲 50 万元，乙 10 万元，共计 60 万元: a total that is stated must be the size as well. 安排 60 万元，其中甲 50 万元 … names the whole
 * first. The sum that differs from the size, where one does.
 */
function sumOf({ text, source }: { text: string; source: string }, size: string): Amount | null {
  const [before = '', total = ''] = text.split(/共计|合计|总计/);
  const parts = amountsIn(before);
  const stated = amountsIn(total)[0];
  if (stated !== undefined && !isSame(stated, size)) return { amount: stated, source };
  const [whole, ...others] = parts;
  if (whole === undefined) return null;
  const counted = plain(sum(parts.map(exact)));
  const isWholeFirst = isSame(whole, size) && (others.length === 0 || isSame(plain(sum(others.map(exact))), size));
  return isWholeFirst ? { amount: size, source } : { amount: counted, source };
}

const amountsIn = (text: string): string[] =>
  [...text.matchAll(new RegExp(AMOUNT, 'g'))].flatMap(([, amount]) => amountCell(amount, '万元') ?? []);

const isSame = (one: string, other: string): boolean => exact(one).equals(exact(other));
