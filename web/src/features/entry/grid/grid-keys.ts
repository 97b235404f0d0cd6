import type { KeyboardEvent, MouseEvent } from 'react';
import type { GridEntry } from './grid-entry.js';
import { type Direction, nextPlace, type Place } from './places.js';

const CELLS = '[data-row]:not(:disabled)';

export function placeOf(target: EventTarget): Place | null {
  const { row, column } = target instanceof HTMLElement ? target.dataset : {};
  return row === undefined || column === undefined ? null : { row: Number(row), column: Number(column) };
}

/** Puts the keyboard into a cell, with all of it marked, as a spreadsheet does: what is typed replaces it. */
export function focusCell(grid: HTMLElement, { row, column }: Place): void {
  const cell = grid.querySelector<HTMLElement>(`[data-row="${row}"][data-column="${column}"]:not(:disabled)`);
  cell?.focus();
  if (cell instanceof HTMLInputElement) cell.select();
}

/** The first click into a cell marks it as a whole, the next one puts the caret where it is. */
export function markWhole(event: MouseEvent<HTMLElement>): void {
  const { target } = event;
  if (!placeOf(target) || !(target instanceof HTMLInputElement) || target === document.activeElement) return;
  event.preventDefault();
  target.focus();
  target.select();
}

/** Enter and the arrows go as in a spreadsheet, left and right from the ends of a text; Tab goes on as everywhere. */
export function moveByKey(event: KeyboardEvent<HTMLElement>): void {
  const from = placeOf(event.target);
  const direction = from && directionOf(event);
  if (!direction) return;
  event.preventDefault();
  const cells = [...event.currentTarget.querySelectorAll<HTMLElement>(CELLS)];
  const places = cells.flatMap((cell) => placeOf(cell) ?? []);
  const next = nextPlace(places, from, direction);
  if (next) focusCell(event.currentTarget, next);
}

function directionOf({ key, shiftKey, ctrlKey, metaKey, altKey, target }: KeyboardEvent): Direction | null {
  if (ctrlKey || metaKey || altKey) return null;
  if (key === 'Enter') return shiftKey ? 'up' : 'down';
  // In a list of grades the arrows choose.
  if (!(target instanceof HTMLInputElement)) return null;
  if (key === 'ArrowUp') return 'up';
  if (key === 'ArrowDown') return 'down';
  const side = { ArrowLeft: 'left', ArrowRight: 'right' }[key] as 'left' | 'right' | undefined;
  return side !== undefined && !shiftKey && isAtEnd(target, side) ? side : null;
}

function isAtEnd({ selectionStart, selectionEnd, value }: HTMLInputElement, side: 'left' | 'right'): boolean {
  const isWhole = selectionStart === 0 && selectionEnd === value.length;
  return isWhole || (selectionStart === selectionEnd && selectionStart === (side === 'left' ? 0 : value.length));
}

/** Leads from a dialog to a row of the grid below it, once the dialog is gone: to what is typed there, or to its reasons. */
export function showRow({ row: { row } }: GridEntry, place: 'cell' | 'remarks'): void {
  setTimeout(() => {
    const cell = document.querySelector(`.entry-grid [data-row="${row}"]`);
    const line = cell?.closest('tr');
    line?.scrollIntoView({ block: 'center' });
    const remarks = line?.querySelector('.row-more button');
    const shown = place === 'remarks' && remarks ? remarks : cell;
    if (shown instanceof HTMLElement) shown.focus({ preventScroll: true });
  });
}

/** Puts the keyboard into the next cell that is invalid, after the last one into the first again. @returns that cell */
export function toNextInvalid(after: Element | null): Element | null {
  const cells = [...document.querySelectorAll<HTMLElement>('.entry-grid [aria-invalid="true"]')];
  const next = cells[cells.findIndex((cell) => cell === after) + 1] ?? cells[0];
  next?.scrollIntoView({ block: 'center' });
  next?.focus({ preventScroll: true });
  return next ?? null;
}
