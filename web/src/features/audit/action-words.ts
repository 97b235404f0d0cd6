import { auditTexts } from './texts.js';

export type Kind = keyof typeof auditTexts.audit.kind;
export type Deed = keyof typeof auditTexts.audit.deed;

/** What lines can be about: the first half of an action, such as `session` of `session.begun`. */
export const KINDS = Object.keys(auditTexts.audit.kind) as Kind[];

export const isKind = (word: string): word is Kind => word in auditTexts.audit.kind;
export const isDeed = (word: string): word is Deed => word in auditTexts.audit.deed;
