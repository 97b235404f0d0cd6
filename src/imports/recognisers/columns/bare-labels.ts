const QUOTES = /["“”'‘’《》]/g;
/** Marks of footnotes: 权重①, 指标值*, 得分[2], 三级指标³; and a bracket that was never closed. */
const NOTES = /[①-⑳⑴-⒇*＊※★☆▲△#†‡²³¹]|[[［〔〈][^\]］〕〉]*[\]］〕〉]|[（(【[［〔][^）)】\]］〕]*$/g;
/** 权重/分, 指标值/单位, 权重%, 权重1 */
const UNIT = /(?:[/／]?(?:分|[%％])|[/／](?:单位|计量单位|度量单位|万元)|(?<=\p{Script=Han})\d)$/u;
const LATIN = /^[A-Za-z][A-Za-z\d.,'’/-]*(?=\p{Script=Han})|(?<=\p{Script=Han})[/／-]?[A-Za-z][A-Za-z\d.,'’/-]*$/gu;

/** The ways in which a head can be looked up, as it is printed first: without notes, its unit, or its words in English. */
export function bareLabels(label: string): string[] {
  const printed = label.replace(QUOTES, '');
  const noted = printed.replace(NOTES, '');
  const chinese = noted.replace(LATIN, '');
  const ways = [printed, noted, noted.toLowerCase(), chinese, chinese.replace(UNIT, '')];
  return [...new Set(ways)].filter((way) => way !== '');
}
