import { Alert, Button, Space } from 'antd';
import { useTranslation } from 'react-i18next';
import { owesMonth } from '../../../../src/domain/due.js';
import { useMoveEntries } from '../../api/progress.js';
import type { IndicatorMonths } from '../../api/types.js';

interface SubmitMonthProps {
  readonly indicators: readonly IndicatorMonths[];
  readonly month: string;
}

/** Hands in every draft of the month. What cannot be handed in stays a draft, and is named with the reason. */
export function SubmitMonth({ indicators, month }: SubmitMonthProps) {
  const { t } = useTranslation();
  const move = useMoveEntries();
  const drafts = indicators.flatMap((indicator) => {
    const entry = indicator.entries.find((candidate) => candidate.month === month);
    return entry?.status === 'draft' ? [{ indicator, entry }] : [];
  });
  const owed = indicators.filter((indicator) => owesMonth(indicator, month));
  const done = owed.filter(({ entries }) =>
    entries.some((entry) => entry.month === month && (entry.status === 'submitted' || entry.status === 'approved')),
  ).length;

  const submitAll = (): void => {
    const rows = drafts.map(({ indicator, entry }) => ({ indicatorId: indicator.id, month, version: entry.version }));
    move.mutate({ rows, how: { move: 'submit' } });
  };
  const refusals =
    move.data?.rows.flatMap(({ indicatorId, problem }) => {
      const name = indicators.find(({ id }) => id === indicatorId)?.name ?? '';
      return problem ? [`${name}: ${problem.title}`] : [];
    }) ?? [];
  if (move.error) refusals.push(move.error.message);
  return (
    <>
      <Space wrap>
        <Button type="primary" disabled={drafts.length === 0} loading={move.isPending} onClick={submitAll}>
          {t('entry.submit', { count: drafts.length })}
        </Button>
        <span role="status">{t('entry.done', { done, all: owed.length })}</span>
      </Space>
      {refusals.length > 0 && (
        <Alert
          type="error"
          showIcon
          style={{ marginBlock: 12 }}
          title={t('entry.notSubmitted')}
          description={refusals.map((refusal) => (
            <div key={refusal}>{refusal}</div>
          ))}
        />
      )}
    </>
  );
}
