import { Alert, Button, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMoveEntry } from '../../api/progress.js';
import type { IndicatorMonths } from '../../api/types.js';
import { isDue } from '../progress/missing-months.js';

interface SubmitMonthProps {
  readonly indicators: readonly IndicatorMonths[];
  readonly month: string;
}

/** Hands in every draft of the month. What cannot be handed in stays a draft, and is named with the reason. */
export function SubmitMonth({ indicators, month }: SubmitMonthProps) {
  const { t } = useTranslation();
  const move = useMoveEntry();
  const [isBusy, setBusy] = useState(false);
  const [refusals, setRefusals] = useState<readonly string[]>([]);
  const drafts = indicators.flatMap((indicator) => {
    const entry = indicator.entries.find((candidate) => candidate.month === month);
    return entry?.status === 'draft' ? [{ indicator, entry }] : [];
  });
  const owed = indicators.filter((indicator) => isDue(indicator, month));
  const done = owed.filter(({ entries }) =>
    entries.some((entry) => entry.month === month && (entry.status === 'submitted' || entry.status === 'approved')),
  ).length;

  const submitAll = async (): Promise<void> => {
    setBusy(true);
    const outcomes = await Promise.allSettled(
      drafts.map(({ indicator, entry }) =>
        move.mutateAsync({ indicatorId: indicator.id, month, version: entry.version, move: 'submit' }),
      ),
    );
    setRefusals(
      outcomes.flatMap((outcome, place) =>
        outcome.status === 'rejected'
          ? [`${drafts[place]?.indicator.name ?? ''}: ${(outcome.reason as Error).message}`]
          : [],
      ),
    );
    setBusy(false);
  };
  return (
    <>
      <Space wrap>
        <Button type="primary" disabled={drafts.length === 0} loading={isBusy} onClick={() => void submitAll()}>
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
