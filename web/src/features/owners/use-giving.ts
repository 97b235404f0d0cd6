import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type OwnedIndicator, type OwnedRow, useOwn } from '../../api/owners.js';

/** Whose an indicator becomes. */
export interface Gift {
  readonly indicator: OwnedIndicator;
  readonly sectionId: string | null;
}

/** What was done last: in words, what was refused, and how to take it back. */
export interface Given {
  readonly message: string;
  readonly refusals: readonly string[];
  readonly undo: OwnedRow[] | null;
}

/** Gives indicators to sections, and takes the last giving back. */
export function useGiving() {
  const { t } = useTranslation();
  const own = useOwn();
  const [given, setGiven] = useState<Given | null>(null);
  const send = (gifts: readonly Gift[], words: (count: number) => string): Promise<void> =>
    own
      .mutateAsync(gifts.map(({ indicator: { id, version }, sectionId }) => ({ indicatorId: id, version, sectionId })))
      .then(({ rows, written }) => {
        const undo = rows.flatMap(({ index, version }): OwnedRow[] => {
          const indicator = gifts[index]?.indicator;
          if (!indicator || version === null) return [];
          return [{ indicatorId: indicator.id, version, sectionId: indicator.sectionId }];
        });
        const refusals = rows.flatMap(({ index, problem }) =>
          problem ? [`${gifts[index]?.indicator.name ?? ''}：${problem.title}`] : [],
        );
        setGiven({ message: words(written), refusals, undo });
      })
      .catch(() => undefined); // what went wrong stands in `error`
  const undo = (rows: OwnedRow[]): void => {
    own.mutate(rows, {
      onSuccess: () => {
        setGiven({ message: t('owners.undone'), refusals: [], undo: null });
      },
    });
  };
  return { give: send, undo, given, isGiving: own.isPending, error: own.error };
}
