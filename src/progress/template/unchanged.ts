import { exact } from '../../domain/exact.js';
import type { Month } from '../../domain/calendar/month.js';
import { COLUMNS } from './columns.js';
import type { TemplateRow } from './template-reader.js';
import { entryOf, type TemplateSubject } from './template-subjects.js';

type Stored = NonNullable<ReturnType<typeof entryOf>>;

/**
 * Whether a row says what is stored: whoever fills in some rows of a workbook has not written the others, so they are
 * neither written, which would make a draft of what came back, nor refused, where they are approved already.
 */
export const isAsStored = ({ content }: TemplateRow, { indicators }: TemplateSubject, month: Month): boolean =>
  indicators.every((indicator) => {
    const stored = entryOf(indicator, month);
    return stored !== undefined && FILLED_IN.every((column) => isSame(column, content[column.field], stored));
  });

const FILLED_IN = COLUMNS.filter((column) => 'field' in column);

type Said = TemplateRow['content'][(typeof FILLED_IN)[number]['field']];

function isSame({ field, kind }: (typeof FILLED_IN)[number], said: Said, stored: Stored): boolean {
  const known = stored[field] ?? null;
  if (kind === 'yes') return (said ?? false) === (known ?? false);
  if (said == null || known === null) return (said ?? null) === known;
  if (kind === 'number') return exact(String(said)).equals(exact(String(known)));
  return plain(String(said)) === plain(String(known));
}

/** Spreadsheets write line breaks and blanks at the end in their own way. */
const plain = (text: string): string => text.replace(/\r\n?/g, '\n').trim();
