import type { Language } from '@domain/domain-error.js';

/** What people read: Chinese first, then English, and what that is of `count` 1 where it differs. */
type Text = readonly [zh: string, en: string, one?: string];

/** The texts of a part of the client, in groups, under the names by which its components ask for them. */
export interface Texts {
  readonly [name: string]: Text | Texts;
}

export type InOneLanguage<T> = { readonly [N in keyof T]: T[N] extends Text ? string : InOneLanguage<T[N]> };

const isText = (value: Text | Texts): value is Text => Array.isArray(value);

export function inLanguage<T extends Texts>(texts: T, language: Language): InOneLanguage<T> {
  const chosen = Object.entries(texts).flatMap(([name, value]): [string, unknown][] => {
    if (!isText(value)) return [[name, inLanguage(value, language)]];
    const [zh, en, one] = value;
    if (language === 'zh') return [[name, zh]];
    return one === undefined
      ? [[name, en]]
      : [
          [name, en],
          [`${name}_one`, one],
        ];
  });
  return Object.fromEntries(chosen) as InOneLanguage<T>;
}
