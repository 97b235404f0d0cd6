import { Alert, Empty } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DecidedNote } from './decided-note.js';
import { type Decision, useDecisions } from './use-decisions.js';
import { useOpenEntry } from './use-open-entry.js';
import { useRead } from './use-read.js';
import { useReviewKeys } from './use-review-keys.js';
import { WaitingDetail } from './waiting-detail.js';
import type { WaitingEntry } from './waiting-entry.js';
import { WaitingList } from './waiting-list.js';

interface DeskProps {
  readonly waiting: readonly WaitingEntry[];
  /** The user name of who looks at it. */
  readonly me: string;
}

/** The list of what waits and, beside it, all that the decision on one of them rests on. */
export function Desk({ waiting, me }: DeskProps) {
  const { t } = useTranslation();
  const { decide, withdraw, decided, isDeciding, error } = useDecisions();
  const { shown, isWide, open, next, before } = useOpenEntry(waiting);
  const isRead = useRead(shown?.entry.id, decided?.number ?? 0);
  const [returning, setReturning] = useState<WaitingEntry['entry']['id'] | null>(null);
  const isOwn = ({ entry }: WaitingEntry): boolean => entry.authors.includes(me);
  const decideOnShown = (how: Decision): void => {
    if (shown && !isOwn(shown) && isRead()) decide([shown], how);
  };
  const approve = (): void => {
    decideOnShown({ move: 'approve' });
  };
  const askReturn = (): void => {
    if (shown && !isOwn(shown)) setReturning(returning === shown.entry.id ? null : shown.entry.id);
  };
  useReviewKeys({ onNext: next, onBefore: before, onApprove: approve, onReturn: askReturn });
  const detail = shown && (
    <WaitingDetail
      key={shown.entry.id}
      {...shown}
      isOwn={isOwn(shown)}
      isDeciding={isDeciding}
      isReturning={returning === shown.entry.id}
      onApprove={approve}
      onAskReturn={askReturn}
      onReturn={(reason) => {
        setReturning(null); // should it come back, nobody has asked to return it again
        decideOnShown({ move: 'return', reason });
      }}
    />
  );
  const list = { waiting, isOwn, isDeciding, shown, onOpen: open, onDecide: decide };
  return (
    <>
      {error && <Alert type="error" showIcon role="alert" className="review-decided" title={error.message} />}
      {decided && <DecidedNote key={decided.number} decided={decided} isBusy={isDeciding} onWithdraw={withdraw} />}
      {waiting.length === 0 ? (
        <Empty description={t('review.none')} />
      ) : (
        <div className="review-desk">
          <WaitingList {...list} detail={isWide ? null : detail} />
          {isWide && <div className="panel">{detail}</div>}
        </div>
      )}
    </>
  );
}
