import type { Line } from '../lines/document-lines.js';
import { isPageNumber } from '../lines/page-number.js';
import { chineseNumber } from '../../../domain/printed/chinese-number.js';

/** 股室 that the prose of a document names. */
export interface NamedSections {
  readonly names: readonly string[];
  /** They are listed, or as many as the sentence before says. */
  readonly isClear: boolean;
}

const NUMBER = '[零一二三四五六七八九十百两\\d]{1,4}';
/** 下设9个股室, 内设机构7个: how many, and what they are called. */
const STATED = new RegExp(`(?:内设|下设)(?:机构)?(?:(${NUMBER})个)?(股室|科室|处室|机构|股|科|处)(?:(${NUMBER})个)?`);
/** ，分别是：秘书股、文书处理股。 */
const LISTED = /^[，,]?(?:分别|包括|其中)?(?:是|为|有)?[:：]?([^。；;]{2,400})[。；;]/;
const LISTED_NAME = /^[\p{Script=Han}（）()]{1,15}(?:股|科|室|处|中心|站|队|所|办|馆)$/u;
/** Where the functions of all of them are told, the last stands within so many letters. */
const LONGEST = 800;

/** The sections that the prose lists, or tells of one after the other: `秘书股安排会议；文书处理股收发公文。` */
export function namedSections(lines: readonly Line[]): NamedSections {
  const text = lines
    .filter((line) => !line.isRow && !isPageNumber(line))
    .flatMap(({ cells }) => cells.map((cell) => cell.text.replace(/\s/g, '')))
    .join('\n');
  const stated = STATED.exec(text);
  if (!stated) return { names: [], isClear: false };
  const after = text.slice(stated.index + stated[0].length).slice(0, LONGEST);
  const count = countOf(stated[1] ?? stated[3]);
  const listed = namesListed(after);
  const names = listed.length > 0 ? listed : namesTold(after, stated[2] ?? '', count ?? 0);
  return { names, isClear: count === null ? listed.length > 0 : names.length === count };
}

function countOf(printed: string | undefined): number | null {
  if (printed === undefined) return null;
  return Number(/^\d+$/.test(printed) ? printed : (chineseNumber(printed) ?? Number.NaN));
}

/** All of a list are names, or it is none. */
function namesListed(after: string): string[] {
  const parts = LISTED.exec(after.replaceAll('\n', ''))?.[1]?.split('、') ?? [];
  return parts.length > 1 && parts.every((part) => LISTED_NAME.test(part)) ? [...new Set(parts)] : [];
}

/** What clauses begin with, as many as there are: 科室 are 科 and 室, and there are centres among all of them. */
function namesTold(after: string, kind: string, count: number): string[] {
  const ends = kind === '机构' ? '股|科|室|处|中心' : `${[...kind].join('|')}|室|中心`;
  const name = new RegExp(`^(\\p{Script=Han}{1,10}?(?:${ends}))(?!${ends})\\p{Script=Han}`, 'u');
  const names = after.split(/[。；;\n]/).flatMap((clause) => name.exec(clause)?.[1] ?? []);
  return [...new Set(names)].slice(0, count);
}
