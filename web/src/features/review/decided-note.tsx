import { Alert, Button } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Decided } from './use-decisions.js';

interface DecidedNoteProps {
  readonly decided: Decided;
  readonly isBusy: boolean;
  readonly onWithdraw: () => void;
}

const OFFERED_MS = 10_000;
const MOST_REFUSALS = 5;

/** What was decided last, and for ten seconds the way back. */
export function DecidedNote({ decided, isBusy, onWithdraw }: DecidedNoteProps) {
  const { t } = useTranslation();
  const { move, entries, withdrawable, refusals } = decided;
  const [isOffered, setOffered] = useState(true);
  useEffect(() => {
    const timer = setTimeout(() => {
      setOffered(false);
    }, OFFERED_MS);
    return () => {
      clearTimeout(timer);
    };
  }, []);
  const count = withdrawable.length;
  const done = t(`review.done.${move}`, { count, name: entries.length === 1 ? entries[0]?.indicator.name : '…' });
  const said = refusals.slice(0, MOST_REFUSALS).map((refusal) => <div key={refusal}>{refusal}</div>);
  if (!isOffered && refusals.length === 0) return null;
  return (
    <Alert
      role="status"
      showIcon
      className="review-decided review-undo"
      type={refusals.length > 0 ? 'warning' : 'success'}
      // Where nothing was done there is only what was not to be told.
      title={count > 0 ? done : said}
      description={count > 0 && said}
      action={
        isOffered &&
        count > 0 && (
          <Button size="small" loading={isBusy} onClick={onWithdraw}>
            {t('review.withdraw')}
          </Button>
        )
      }
    />
  );
}
