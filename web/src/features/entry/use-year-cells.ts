import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../../../src/domain/domain-error.js';
import type { Policy } from '../../../../src/domain/policy.js';
import { saveEntries, useShowEntries } from '../../api/progress.js';
import type { IndicatorMonths } from '../../api/types.js';
import { today } from '../../period/clock.js';
import { isEnded } from '../../period/period.js';
import { problemsOf } from './entry-content.js';
import { contentIn } from './year-cell-text.js';

export interface YearCell {
  readonly text: string;
  readonly state: 'typing' | 'saving' | 'invalid' | 'refused';
  readonly message?: string;
}

type Cells = Readonly<Record<number, Readonly<Record<number, YearCell>>>>;

const SAVE_AFTER_MS = 700;

/** What was typed into the year and is not saved yet; it is saved month by month, many entries in one request. */
export function useYearCells(
  indicators: readonly IndicatorMonths[],
  months: readonly string[],
  policies: ReadonlyMap<string, Policy>,
) {
  const { i18n } = useTranslation();
  const language = i18n.language as Language;
  const [cells, setCells] = useState<Cells>({});
  const showEntries = useShowEntries();

  const cellFor = useCallback(
    (row: number, column: number, text: string): YearCell | null => {
      const [indicator, month] = [indicators[row], months[column]];
      const policy = indicator && policies.get(indicator.sheet.policy);
      const entry = indicator?.entries.find((candidate) => candidate.month === month);
      const locked = entry?.status === 'submitted' || entry?.status === 'approved' || entry?.notApplicable;
      if (!indicator || month === undefined || !isEnded(month, today()) || !policy || locked) return null;
      const content = contentIn(text, indicator, entry);
      if (!content) return null;
      const [problem] = text.trim() === '' ? [] : problemsOf(indicator, month, content, policy);
      return problem ? { text, state: 'invalid', message: problem.message[language] } : { text, state: 'typing' };
    },
    [indicators, months, policies, language],
  );

  const fill = useCallback(
    (from: { row: number; column: number }, block: readonly (readonly string[])[]) => {
      const places = block.flatMap((texts, down) =>
        texts.map((text, right) => ({ row: from.row + down, column: from.column + right, text: text.trim() })),
      );
      const filled = places.flatMap(({ row, column, text }) => {
        const cell = cellFor(row, column, text);
        return cell ? [{ row, column, cell }] : [];
      });
      setCells((before) => withCells(before, filled));
      return { filled: filled.length, skipped: places.length - filled.length };
    },
    [cellFor],
  );

  useEffect(() => {
    const timer = setTimeout(() => {
      for (const [column, month] of months.entries()) {
        const rows = indicators.flatMap((indicator, row) => {
          const cell = cells[row]?.[column];
          const entry = indicator.entries.find((candidate) => candidate.month === month);
          const content =
            cell?.state === 'typing' && cell.text.trim() !== '' ? contentIn(cell.text, indicator, entry) : null;
          return cell && content
            ? [{ row, cell, indicatorId: indicator.id, version: entry?.version ?? null, content }]
            : [];
        });
        if (rows.length === 0) continue;
        setCells((before) =>
          withCells(
            before,
            rows.map(({ row, cell }) => ({ row, column, cell: { ...cell, state: 'saving' as const } })),
          ),
        );
        const sent = rows.map(({ indicatorId, version, content }) => ({ ...content, indicatorId, version }));
        const settle = (problemOf: (place: number) => string | undefined): void => {
          const places = rows.map(({ row, cell }, place) => ({
            row,
            column,
            text: cell.text,
            problem: problemOf(place),
          }));
          setCells((before) => settled(before, places));
        };
        saveEntries({ month, rows: sent }).then(
          (outcomes) => {
            showEntries(outcomes.flatMap(({ indicatorId, entry }) => (entry ? [{ indicatorId, entry }] : [])));
            settle((place) => outcomes[place]?.problem?.title);
          },
          (error: unknown) => {
            settle(() => (error instanceof Error ? error.message : String(error)));
          },
        );
      }
    }, SAVE_AFTER_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [cells, indicators, months, showEntries]);

  const change = useCallback(
    (row: number, column: number, text: string) => {
      fill({ row, column }, [[text]]);
    },
    [fill],
  );
  return { cells, change, fill };
}

interface Placed {
  readonly row: number;
  readonly column: number;
  readonly cell: YearCell;
}

function withCells(cells: Cells, placed: readonly Placed[]): Cells {
  const next: Record<number, Record<number, YearCell>> = { ...cells };
  const touched = new Set<number>();
  for (const { row, column, cell } of placed) {
    if (!touched.has(row)) next[row] = { ...next[row] };
    touched.add(row);
    const target = next[row];
    if (target) target[column] = cell;
  }
  return next;
}

interface Settled {
  readonly row: number;
  readonly column: number;
  readonly text: string;
  readonly problem: string | undefined;
}

/** Saved cells show what is stored; a cell that was typed into meanwhile stays as it is. */
function settled(cells: Cells, outcomes: readonly Settled[]): Cells {
  const next: Record<number, Record<number, YearCell>> = { ...cells };
  for (const { row, column, text, problem } of outcomes) {
    const cell = next[row]?.[column];
    if (cell?.text !== text) continue;
    const others = Object.entries(next[row] ?? {}).filter(([place]) => Number(place) !== column);
    next[row] = Object.fromEntries(others);
    if (problem !== undefined) next[row][column] = { text, state: 'refused', message: problem };
  }
  return next;
}
