import { useTranslation } from 'react-i18next';
import { useIndicatorMonths } from '../../api/progress.js';
import { useSession } from '../../api/session.js';
import { Loaded } from '../../components/loaded.js';
import { Page } from '../../components/page.js';
import { useAddress } from '../../period/use-address.js';
import { DecidedBefore } from './decided-before.js';
import { Desk } from './desk.js';
import { waitingIn } from './waiting-entry.js';
import { WaitingMonth } from './waiting-month.js';
import './review.css';

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
      hint={t('review.hint')}
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
            <Desk
              waiting={waiting.filter(({ entry }) => month === null || entry.month === month)}
              me={session?.user.username ?? ''}
            />
            <DecidedBefore month={month} />
          </>
        )}
      </Loaded>
    </Page>
  );
}
