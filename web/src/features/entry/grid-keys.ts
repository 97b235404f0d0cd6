import type { ClipboardEvent, KeyboardEvent } from 'react';

/** Enter and the arrows go as in a spreadsheet, left and right from the ends of a text; Tab goes on as everywhere. */
export function moveByKey(event: KeyboardEvent<HTMLElement>): void {
  if (moveSideways(event)) return;
  const step = { Enter: event.shiftKey ? -1 : 1, ArrowDown: 1, ArrowUp: -1 }[event.key];
  const place = placeOf(event.target);
  // In a list of grades the arrows choose.
  if (step === undefined || !place || (event.target instanceof HTMLSelectElement && event.key !== 'Enter')) return;
  event.preventDefault();
  focusFrom(event.currentTarget, place, step);
}

function moveSideways(event: KeyboardEvent<HTMLElement>): boolean {
  const { target, key, currentTarget } = event;
  const side = { ArrowLeft: -1, ArrowRight: 1 }[key];
  if (side === undefined || !(target instanceof HTMLInputElement) || !placeOf(target)) return false;
  const end = side < 0 ? 0 : target.value.length;
  const isAtEnd =
    target.selectionStart === end || (target.selectionStart === 0 && target.selectionEnd === target.value.length);
  if (!isAtEnd) return false;
  const cells = [...currentTarget.querySelectorAll<HTMLElement>('[data-row]:not(:disabled)')];
  const next = cells[cells.indexOf(target) + side];
  if (!next) return false;
  event.preventDefault();
  next.focus();
  if (next instanceof HTMLInputElement) next.select();
  return true;
}

/** The next cell up or down that can be typed into, in the same column where there is one. */
function focusFrom(grid: HTMLElement, { row, column }: Place, step: number): void {
  const cells = [...grid.querySelectorAll<HTMLElement>('[data-row]:not(:disabled)')];
  const rows = [...new Set(cells.map((cell) => Number(cell.dataset.row)))].sort((a, b) => (a - b) * step);
  const next = rows.find((candidate) => (candidate - row) * step > 0);
  const inRow = cells.filter((cell) => Number(cell.dataset.row) === next);
  const target = inRow.find((cell) => Number(cell.dataset.column) === column) ?? inRow[0];
  target?.focus();
  if (target instanceof HTMLInputElement) target.select();
}

interface Place {
  readonly row: number;
  readonly column: number;
}

export function placeOf(target: EventTarget): Place | null {
  const { row, column } = target instanceof HTMLElement ? target.dataset : {};
  return row === undefined || column === undefined ? null : { row: Number(row), column: Number(column) };
}

/** A block that was copied from a spreadsheet; null for a single value, which pastes as text does. */
export function pastedBlock({ clipboardData }: ClipboardEvent): string[][] | null {
  const lines = clipboardData
    .getData('text/plain')
    .replace(/\r?\n$/, '')
    .split(/\r?\n/);
  const block = lines.map((line) => line.split('\t'));
  return block.length === 1 && block[0]?.length === 1 ? null : block;
}
