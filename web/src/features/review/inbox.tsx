import { Alert, Empty } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type EntryMove, useMoveEntries } from '../../api/progress.js';
import { DecisionBar } from './decision-bar.js';
import { ReviewCard, type WaitingEntry } from './review-card.js';

interface InboxProps {
  readonly waiting: readonly WaitingEntry[];
  /** The user name of who looks at it. */
  readonly me: string;
}

/** What waits, one card each, and the decision on many at once. */
export function Inbox({ waiting, me }: InboxProps) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const move = useMoveEntries();
  const mine = (entry: WaitingEntry['entry']): boolean => entry.authors.includes(me);
  const open = waiting.filter(({ entry }) => !mine(entry));
  const selected = open.filter(({ entry }) => chosen.has(entry.id));
  const decide = (how: EntryMove): void => {
    const rows = selected.map(({ indicator, entry: { month, version } }) => ({
      indicatorId: indicator.id,
      month,
      version,
    }));
    move.mutate({ rows, how });
    setChosen(new Set());
  };
  if (waiting.length === 0) return <Empty description={t('review.none')} />;
  const refused = move.data?.rows.find(({ problem }) => problem !== null);
  return (
    <>
      <DecisionBar
        open={open.length}
        ofOthers={waiting.length - open.length}
        selected={selected.length}
        isDeciding={move.isPending}
        onSelectAll={(isSelected) => {
          setChosen(new Set(isSelected ? open.map(({ entry }) => entry.id) : []));
        }}
        onDecide={decide}
      />
      {(move.error ?? refused) && (
        <Alert
          type="error"
          showIcon
          style={{ marginBottom: 8 }}
          title={move.error?.message ?? refused?.problem?.title}
        />
      )}
      <ul className="review">
        {waiting.map(({ indicator, entry }) => (
          <li key={entry.id}>
            <ReviewCard
              indicator={indicator}
              entry={entry}
              isOwn={mine(entry)}
              isChosen={chosen.has(entry.id)}
              onChoose={(isChosen) => {
                setChosen((before) => {
                  const next = new Set(before);
                  if (isChosen) next.add(entry.id);
                  else next.delete(entry.id);
                  return next;
                });
              }}
            />
          </li>
        ))}
      </ul>
    </>
  );
}
