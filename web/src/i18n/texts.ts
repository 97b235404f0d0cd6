import type { Language } from '@domain/domain-error.js';

/** What people read: Chinese first, then English. */
type Text = readonly [zh: string, en: string];

/** The texts of a part of the client, in groups, under the names by which its components ask for them. */
export interface Texts {
  readonly [name: string]: Text | Texts;
}

export type InOneLanguage<T> = { readonly [N in keyof T]: T[N] extends Text ? string : InOneLanguage<T[N]> };

const isText = (value: Text | Texts): value is Text => Array.isArray(value);

export function inLanguage<T extends Texts>(texts: T, language: Language): InOneLanguage<T> {
  const chosen = Object.entries(texts).map(([name, value]): [string, unknown] => [
    name,
    isText(value) ? value[language === 'zh' ? 0 : 1] : inLanguage(value, language),
  ]);
  return Object.fromEntries(chosen) as InOneLanguage<T>;
}
