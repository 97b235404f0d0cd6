/** Signs that count as letters and are drawn as nothing: fillers of Hangul, Braille without dots, joiners. */
const DRAWN_AS_NOTHING = /\u034f|\u17b4|\u17b5|[\u115f\u1160\u2800\u3164\uffa0]/gu;

/** Whether a text has a letter, figure or sign that can be seen: blanks alone, also those of no width, say nothing. */
export const saysSomething = (text: string | null | undefined): text is string =>
  /[^\s\p{C}\p{Z}]/u.test((text ?? '').replace(DRAWN_AS_NOTHING, ''));

/**
 * Whether a text holds signs that nobody sees and that make it look like another, or turn its direction: fillers, characters
 * of no width, marks of direction, selectors of a variant. The joiners that scripts and emoji need are none.
 */
export const hidesSomething = (text: string): boolean =>
  /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e0fff}]|[\ufe00-\ufe0f]/u.test(
    text,
  ) || text.replace(DRAWN_AS_NOTHING, '') !== text;
