/** Whether a text has a letter, figure or sign that can be seen: blanks alone, also those of no width, say nothing. */
export const saysSomething = (text: string | null | undefined): text is string => /[^\s\p{C}\p{Z}]/u.test(text ?? '');
