/** The number format of Excel for text: what is typed into such a cell stays text, too. */
const TEXT_FORMAT = '@';

/**
 * A cell of an exported workbook with text from people. Text that begins with `=`, `+`, `-`, `@`, a tab or a line break
 * (OWASP, CSV Injection) is no formula there: not when the file is opened, since it is stored as a string, and not when
 * somebody edits the cell, since its format is that of text. The text itself stays as it was written. Every text of every
 * export goes through here; nothing is exported as CSV, which knows no such difference.
 */
export const textCell = (text: string | null) => ({ value: text, numFmt: TEXT_FORMAT });
