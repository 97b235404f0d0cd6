import { useTranslation } from 'react-i18next';
import { yearOf } from '../../../../src/domain/month.js';
import { useIndicatorMonths } from '../../api/progress.js';
import { useSession } from '../../api/session.js';
import { Loaded } from '../../components/loaded.js';
import { Page } from '../../components/page.js';
import { Panel } from '../../components/panel.js';
import { endedMonths } from '../../components/today.js';
import { AtRisk } from './at-risk.js';
import { OwedMonths } from './owed-months.js';
import { ReturnedEntries } from './returned-entries.js';
import { Waiting } from './waiting.js';

/** Where everybody starts: what is mine to do, as an inbox that empties. */
export function TodayPage() {
  const { t } = useTranslation();
  const { data: session } = useSession();
  const [lastMonth = ''] = endedMonths();
  const role = session?.user.role;
  const enters = role !== 'viewer';
  const reviews = role === 'performance-office' || role === 'department-head';
  const mine = useIndicatorMonths(yearOf(lastMonth), 'mine');
  return (
    <Page title={t('today.hello', { name: session?.user.displayName ?? '' })} hint={t('today.hint')}>
      <Loaded queries={{ mine }}>
        {({ mine: { items } }) => (
          <div className="today">
            <div className="stack">
              {enters && (
                <Panel title={t('today.owed')}>
                  <OwedMonths indicators={items} lastMonth={lastMonth} />
                </Panel>
              )}
              {enters && <ReturnedEntries indicators={items} />}
              {reviews && <Waiting year={yearOf(lastMonth)} />}
            </div>
            <Panel title={t('today.atRisk')}>
              <AtRisk indicators={items} month={lastMonth} />
            </Panel>
          </div>
        )}
      </Loaded>
    </Page>
  );
}
