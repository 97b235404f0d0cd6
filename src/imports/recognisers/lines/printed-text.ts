const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: ' ',
  lt: '<',
  gt: '>',
  le: '≤',
  ge: '≥',
  amp: '&',
  quot: '"',
};

/** The text of a cell that was published with its mark-up: `<p>1、…</p>`. A target such as `<=6天` is no tag. */
export function withoutTags(text: string): string {
  return text
    .replace(/<(?:\/p|\/div|br ?\/?)>/gi, '\n')
    .replace(/<\/?[a-z][^<>]{0,200}>/gi, '')
    .replace(/&([a-z]{2,4});/g, (entity, name: string) => ENTITIES[name] ?? entity)
    .trim();
}

const NUMBERED = /^(?:\d{1,2}[.．、](?!\d)|[一二三四五六七八九十]{1,3}[、.．])/;

/** 项目名称 Project, and what a form says of how it is to be filled in. */
const BESIDE_LABEL = /(?<=\p{Script=Han}{2})\s*(?:[A-Za-z][A-Za-z\s.,/&'-]*|\s(?:必填|选填|盖章|签字)项?)$/u;

/** A label as it can be compared: `其中: 1.财政拨款 (万元)：` is `财政拨款`. */
export function labelOf(text: string): string {
  return text
    .slice(0, 100)
    .trim()
    .replace(/^[*＊]+/, '')
    .replace(BESIDE_LABEL, '')
    .replace(/\s/g, '')
    .replace(/[（(【][^（()）【】]*[)）】]/g, '')
    .replace(/^(?:其中)?[:：]*/, '')
    .replace(NUMBERED, '')
    .replace(/[:：*]+$/, '');
}

/** A cell's text on one line; null when it is blank. */
export function textOrNull(text: string | undefined): string | null {
  const oneLine = text
    ?.split('\n')
    .map((part) => part.trim())
    .join('');
  return oneLine === undefined || oneLine === '' ? null : oneLine;
}
