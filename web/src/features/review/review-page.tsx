import { Alert, Button, Checkbox, Empty, Input, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useIndicatorMonths, useMoveEntries } from '../../api/progress.js';
import { useSession } from '../../api/session.js';
import type { IndicatorMonths } from '../../api/types.js';
import { Loaded } from '../../components/loaded.js';
import { Page } from '../../components/page.js';
import { useAddress } from '../../period/use-address.js';
import { ReviewCard, type WaitingEntry } from './review-card.js';
import { WaitingMonth } from './waiting-month.js';

/** What waits for approval, oldest month first; nobody finds their own submissions to decide on. */
export function ReviewPage() {
  const { t } = useTranslation();
  const { data: session } = useSession();
  const { address, choose } = useAddress();
  // Of all years: what is handed in in December is decided on in January.
  const indicators = useIndicatorMonths({ status: 'submitted' });
  const waiting = waitingIn(indicators.data?.items ?? []);
  const months = [...new Set(waiting.map(({ entry }) => entry.month))];
  const month = months.find((one) => one === address.get('month')) ?? null;
  return (
    <Page
      title={t('review.title')}
      tools={
        <WaitingMonth
          month={month}
          months={months}
          onMonth={(chosen) => {
            choose({ month: chosen ?? undefined });
          }}
        />
      }
    >
      <Loaded queries={{ indicators }}>
        {({ indicators: { items, nextCursor } }) => (
          <>
            {nextCursor && <p className="muted">{t('review.more', { count: items.length })}</p>}
            <Inbox
              waiting={waiting.filter(({ entry }) => month === null || entry.month === month)}
              me={session?.user.username ?? ''}
            />
          </>
        )}
      </Loaded>
    </Page>
  );
}

const waitingIn = (items: readonly IndicatorMonths[]): WaitingEntry[] =>
  items
    .flatMap((indicator) =>
      indicator.entries.filter(({ status }) => status === 'submitted').map((entry) => ({ indicator, entry })),
    )
    .sort((a, b) => (a.entry.month < b.entry.month ? -1 : 1));

function Inbox({ waiting, me }: { readonly waiting: readonly WaitingEntry[]; readonly me: string }) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [reason, setReason] = useState<string | null>(null);
  const move = useMoveEntries();
  const mine = (entry: WaitingEntry['entry']): boolean => entry.authors.includes(me);
  const open = waiting.filter(({ entry }) => !mine(entry));
  const selected = open.filter(({ entry }) => chosen.has(entry.id));
  const decide = (how: Parameters<typeof move.mutate>[0]['how']): void => {
    const rows = selected.map(({ indicator, entry: { month, version } }) => ({
      indicatorId: indicator.id,
      month,
      version,
    }));
    move.mutate({ rows, how });
    setChosen(new Set());
    setReason(null);
  };
  if (waiting.length === 0) return <Empty description={t('review.none')} />;
  const refused = move.data?.rows.filter(({ problem }) => problem !== null) ?? [];
  return (
    <>
      <div className="review-bar">
        <Checkbox
          checked={selected.length > 0 && selected.length === open.length}
          indeterminate={selected.length > 0 && selected.length < open.length}
          disabled={open.length === 0}
          onChange={({ target }) => {
            setChosen(new Set(target.checked ? open.map(({ entry }) => entry.id) : []));
          }}
        >
          {t('review.all')}
        </Checkbox>
        <span role="status" className="muted">
          {t('review.waiting', { count: open.length })}
          {waiting.length > open.length && t('review.ownMany', { count: waiting.length - open.length })}
        </span>
        {selected.length > 0 && (
          <Space wrap>
            <Button
              type="primary"
              loading={move.isPending}
              onClick={() => {
                decide({ move: 'approve' });
              }}
            >
              {t('review.approveMany', { count: selected.length })}
            </Button>
            <Button
              onClick={() => {
                setReason(reason === null ? '' : null);
              }}
            >
              {t('review.returnMany', { count: selected.length })}
            </Button>
          </Space>
        )}
      </div>
      {reason !== null && selected.length > 0 && (
        <Space.Compact block style={{ marginBottom: 8 }}>
          <Input
            autoFocus
            aria-label={t('review.reasonMany')}
            placeholder={t('review.reasonMany')}
            maxLength={1000}
            value={reason}
            onChange={({ target }) => {
              setReason(target.value);
            }}
          />
          <Button
            danger
            disabled={reason.trim() === ''}
            onClick={() => {
              decide({ move: 'return', reason });
            }}
          >
            {t('review.returnMany', { count: selected.length })}
          </Button>
        </Space.Compact>
      )}
      {(move.error ?? refused[0]) && (
        <Alert
          type="error"
          showIcon
          style={{ marginBottom: 8 }}
          title={move.error?.message ?? refused[0]?.problem?.title}
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
