/** 219001-某局, [219001]某局, 某局（219001）: the code is no part of the name (design, domain §9a). */
const CODE = /^[[【（(]?\d{3,12}[\]】)）]?\s*[-—_:：]*\s*(?=\p{Script=Han})|\s*[[【（(]\d{3,12}[\]】)）]$/gu;

/** The name of a department as it can be compared. */
export const departmentName = (printed: string): string => printed.replace(CODE, '').trim();
