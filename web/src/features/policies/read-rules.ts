import type { WrittenRules } from '../../api/policies.js';

/** What somebody wrote: rules, or the line where it stops being JSON; null: nothing yet. */
export type ReadRules = { readonly rules: WrittenRules } | { readonly line: number } | null;

export function readRules(text: string): ReadRules {
  if (text.trim() === '') return null;
  try {
    const read = JSON.parse(text) as unknown;
    return typeof read === 'object' && read !== null && !Array.isArray(read)
      ? { rules: read as WrittenRules }
      : { line: 1 };
  } catch (error) {
    return { line: lineOfError(text, String(error)) };
  }
}

/** Browsers name a line, or a position, or neither: then it stops at its end. */
function lineOfError(text: string, said: string): number {
  const line = /line (\d+)/.exec(said)?.[1];
  if (line !== undefined) return Number(line);
  const position = /position (\d+)/.exec(said)?.[1];
  return text.slice(0, position === undefined ? undefined : Number(position)).split('\n').length;
}
