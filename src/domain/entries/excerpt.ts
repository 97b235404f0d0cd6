const MOST = 40;

/** The beginning of what somebody entered, as a message shows it; never half of a character. */
export const excerpt = (text: string): string => [...text].slice(0, MOST).join('');
