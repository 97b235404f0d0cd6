import { parseTargetValue } from '../../domain/printed/target-value.js';
import { HARM } from '../../domain/printed/target-words.js';
import type { Message } from '../../domain/domain-error.js';
import type { Doubt, IndicatorDraft, SheetDraft, SuggestedAnswer } from '../sheet-draft.js';
import type { RecognisedPage } from '../table-model.js';
import { placeInPicture } from './place-in-picture.js';

/** Nothing that was recognised in a picture is sure: each row and the head of each sheet are to be compared with it. */
export function readByOcr(pages: readonly RecognisedPage[], sheets: readonly SheetDraft[]): Doubt[] {
  if (pages.length === 0) return [];
  const common = { code: 'read-by-ocr', severity: 'warning' } as const;
  return sheets.flatMap(({ indicators, places }, sheet): Doubt[] => {
    const source = indicators[0]?.source ?? null;
    const head = placeInPicture(pages, Object.values(places)) ?? placeInPicture(pages, [source]);
    return [
      { ...common, sheet, indicator: null, message: words('head', pages, head?.page), source, ...head },
      ...indicators.map((row, indicator): Doubt => {
        const seen = placeInPicture(pages, [row.source]);
        const answers = signed(row).map((target) => answerOf(target, { sheet, indicator }));
        const message = words('row', pages, seen?.page, answers.length > 0 ? row.raw : null);
        return {
          ...common,
          sheet,
          indicator,
          message,
          source: row.source,
          ...seen,
          ...(answers.length > 0 && { answers }),
        };
      }),
    ];
  });
}

/** @param signless a target whose sign was probably lost */
function words(
  part: 'head' | 'row',
  pages: readonly RecognisedPage[],
  number: number | undefined,
  signless: string | null = null,
): Message {
  const page = pages.find((one) => one.page === number) ?? pages[0];
  const sure = typeof page?.confidence === 'number' ? `${page.confidence}%` : '';
  const lost =
    signless === null
      ? { zh: '', en: '' }
      : {
          zh: `指标值“${signless}”的比较符多半没有认出来。`,
          en: ` The sign of the target “${signless}” was probably lost.`,
        };
  return {
    zh: `${part === 'head' ? '表头' : '这一行'}由图片文字识别（OCR）得来（第 ${page?.page} 页${sure && `，可信度 ${sure}`}），请逐格与原件核对。${lost.zh}`,
    en: `${part === 'head' ? 'The head' : 'This row'} was recognised in a picture (OCR, page ${page?.page}${sure && `, confidence ${sure}`}): compare each value with the original.${lost.en}`,
  };
}

const COSTS = /成本|支出|费用|经费|造价|单价|时长|时限|用时/;
/** A number, and before it nothing or what somebody who cannot read a sign makes of it: `过500册`. */
const WITHOUT_SIGN = /^[^\d≥≤=＝>＞<＜]{0,2}(\d.*)$/;

/** ≥ and ≤ are the signs that recognition loses: what the document is likely to print, the likelier first. */
function signed({ comparator, raw, name, level1, level2 }: IndicatorDraft): string[] {
  const [, figure] = WITHOUT_SIGN.exec(raw.replace(/\s/g, '')) ?? [];
  if ((comparator !== '=' && comparator !== null) || figure === undefined) return [];
  const isCeiling = HARM.test(name) || [level1, level2, name].some((text) => COSTS.test(text));
  const targets = (isCeiling ? ['≤', '≥'] : ['≥', '≤']).map((sign) => `${sign}${figure}`);
  return targets.filter((target) => parseTargetValue(target)?.qualitative === false);
}

const answerOf = (target: string, place: { sheet: number; indicator: number }): SuggestedAnswer => ({
  label: { zh: `应为“${target}”`, en: `it is “${target}”` },
  part: 'decisions',
  value: { ...place, target },
});

/** A target that cannot be read, since its sign was lost, is offered with the signs where that is said, too. */
export function offeringSigns(doubts: readonly Doubt[]): Doubt[] {
  const place = ({ sheet, indicator }: Doubt) => `${sheet} ${indicator}`;
  const recognised = doubts.filter(({ code }) => code === 'read-by-ocr');
  const signs = new Map(recognised.flatMap((doubt) => (doubt.answers ? [[place(doubt), doubt.answers] as const] : [])));
  return doubts.map((doubt) => {
    const offered = doubt.code === 'target-unparsed' ? signs.get(place(doubt)) : undefined;
    return offered ? { ...doubt, answers: [...offered, ...(doubt.answers ?? [])] } : doubt;
  });
}
