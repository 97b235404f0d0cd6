import { Empty } from 'antd';
import { useTranslation } from 'react-i18next';
import { useIndicatorMonths } from '../../api/progress.js';
import { useSession } from '../../api/session.js';
import { Loaded } from '../../components/loaded.js';
import { Page } from '../../components/page.js';
import { today } from '../../components/today.js';
import { ReviewCard } from './review-card.js';

/** What waits for approval, oldest month first; nobody finds their own submissions to decide on. */
export function ReviewPage() {
  const { t } = useTranslation();
  const { data: session } = useSession();
  const indicators = useIndicatorMonths(Number(today().slice(0, 4)), 'all');
  return (
    <Page title={t('nav.review')}>
      <Loaded queries={{ indicators }}>
        {({ indicators: { items } }) => {
          const waiting = items
            .flatMap((indicator) =>
              indicator.entries.filter(({ status }) => status === 'submitted').map((entry) => ({ indicator, entry })),
            )
            .sort((a, b) => (a.entry.month < b.entry.month ? -1 : 1));
          if (waiting.length === 0) return <Empty description={t('review.none')} />;
          return (
            <>
              <p role="status">{t('review.waiting', { count: waiting.length })}</p>
              <ul className="review">
                {waiting.map(({ indicator, entry }) => (
                  <li key={entry.id}>
                    <ReviewCard
                      indicator={indicator}
                      entry={entry}
                      isOwn={entry.submittedBy === session?.user.username}
                    />
                  </li>
                ))}
              </ul>
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}
