/** Nobody has said it yet, or it is said elsewhere. */
const OPEN = new RegExp(
  `^(?:${[
    '(?:暂|尚|仍)?[待未](?:予以)?(?:[确核认]?定|明确|下达|批复|核定|测算|细化|公布|通知|补充?|填)',
    '待.{1,8}(?:确定|下达|批复|通知|明确|核定)后?.{0,6}',
    '另行?.{0,2}(?:通知|下达|确定|安排|文)',
    '暂(?:无|定|缺|估|不填|未.{1,4})',
    '不适用|不涉及|无此项|无法确定|不确定|未知|空白?|略|N/?A|n/?a|TBD|tbd',
    '(?:据实|按实).{0,6}',
    '[是有能][/、或][否无不]|是否',
    '[视看].{0,6}情况.{0,4}',
    '(?:根据|依据|按照?).{0,6}实际.{0,6}',
    '以.{2,12}为准',
    '(?:详?见|参见|参照|参考|详情见|具体见)(?:附|上|下|左|右|前|后|备注|文|说明|表|正文|合同|方案|清单|本|该|第).{0,12}',
    '[同如](?:[上前下左右]|前述|上述|上年|上期|[^，。]{0,6}[上下一]行)',
    '["〃″”]+',
  ].join('|')})$`,
);
const LONGEST_OPEN = 20;

/** 待定, 见附件, 据实结算, 同上: the cell says no target. */
export const isLeftOpen = (text: string): boolean =>
  text.length <= LONGEST_OPEN && OPEN.test(text.replace(/^\((.*)\)$/, '$1'));

const OFTEN: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^[按逐每分]个?月度?$/, ['≥1次/月']],
  [/^[按逐每分]个?季度?$/, ['≥1次/季度']],
  [/^[按逐每]半年$/, ['≥1次/半年']],
  [/^(?:全年|[按逐每](?:年度?|[周天日]))$/, []],
];

/** 按月 and 全年 say how often or how long, and not how much; with what may be meant. null for anything else. */
export const howOften = (text: string): readonly string[] | null =>
  OFTEN.find(([words]) => words.test(text))?.[1] ?? null;

/** The row above is meant. */
export const isAsAbove = (raw: string): boolean => /^\s*[(（]?(?:[同如][上前]|["〃″”]{1,2})[)）]?\s*$/.test(raw);

/** What nobody wants: none of it is a ceiling. */
export const HARM =
  /事故|事件|投诉|信访|上访|舆情|违法|违规|违纪|案件|伤亡|死亡|泄密|污染|差错|失误|举报|诉讼|火灾|拖欠|延误|感染|缺陷|返工|积压|逾期|发生|隐患/;
const FIGURES_OF_SPEECH = /^零(?:容忍|距离|跑腿|障碍|门槛|接触|起步|基础|工资|星|售|散|碳)/;

/** 零投诉 as none of what is named; null where nothing is named. `isHarm` is false for what may mean something else (零增长). */
export function noneOf(text: string): { readonly isHarm: boolean } | null {
  if (!/^零\p{Script=Han}{2,8}$/u.test(text) || FIGURES_OF_SPEECH.test(text)) return null;
  return { isHarm: HARM.test(text) };
}
