/** 219001-某局, [219001]某局, 某局（219001）, 某局 219001: the code is no part of the name (design, domain §9a). */
const CODE =
  /^[[【（(]?\d{3,12}[\]】)）]?\s*[-—_:：]*\s*(?=\p{Script=Han})|\s*[[【（(]\d{3,12}[\]】)）]$|\s+\d{3,12}$/gu;

/** 某局（盖章）: where the form wants its seal. */
const SEAL = /\s*[（(]?(?:加?盖章处?|公章|签章|单位公章)[)）]?\s*$/u;

/** The name of a department without the code and the word for its seal that a document prints with it. */
export const departmentName = (printed: string): string => printed.replace(SEAL, '').replace(CODE, '').trim();

/** Two spellings of one name give the same: widths folded, without code and blanks. */
export const comparedName = (printed: string): string =>
  departmentName(printed.normalize('NFKC')).replace(/\s+/gu, '').toLowerCase();

const BRACKETS = /[()[\]{}〔〕【】「」『』《》〈〉]/gu;

/** What is left where the body itself (某局（本级）, 某局本级) is taken for the department: near, but not the same. */
export function nearName(printed: string): string {
  const compared = comparedName(printed);
  return compared.replace(BRACKETS, '').replace(/本级$/u, '') || compared;
}
