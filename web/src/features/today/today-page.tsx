import { useTranslation } from 'react-i18next';
import { useWorkList } from '../../api/progress.js';
import { useSession } from '../../api/session.js';
import { Loaded } from '../../components/loaded.js';
import { Page } from '../../components/page.js';
import { Panel } from '../../components/panel.js';
import { NotOpenYet } from '../../period/not-open-yet.js';
import { PeriodSelect } from '../../period/period-select.js';
import { usePeriod } from '../../period/use-period.js';
import { AtRisk } from './at-risk.js';
import { OwedMonths } from './owed-months.js';
import { ReturnedEntries } from './returned-entries.js';
import { UnreachedContacts } from './unreached-contacts.js';
import { Waiting } from './waiting.js';
import './today.css';

/** Where everybody starts: what is mine to do, as an inbox that empties. */
export function TodayPage() {
  const { t } = useTranslation();
  const { data: session } = useSession();
  const period = usePeriod();
  const { month } = period;
  const role = session?.user.role;
  return (
    <Page
      title={t('today.hello', { name: session?.user.displayName ?? '' })}
      hint={t('today.hint')}
      tools={<PeriodSelect {...period} />}
    >
      <div className="today">
        {role !== 'viewer' && (
          <Work month={month} reviews={role === 'performance-office' || role === 'department-head'} />
        )}
        <Panel title={t('today.atRisk')}>
          <AtRisk month={month} />
        </Panel>
        {role === 'performance-office' && <UnreachedContacts />}
      </div>
    </Page>
  );
}

function Work({ month, reviews }: { readonly month: string; readonly reviews: boolean }) {
  const { t } = useTranslation();
  const work = useWorkList(month);
  return (
    <div className="stack">
      <Loaded queries={{ work }}>
        {({ work: { departmentId, owed, returned, returnedTotal, waiting } }) => (
          <>
            <Panel title={t('today.owed')}>
              <NotOpenYet month={month} />
              <OwedMonths months={owed} departmentId={departmentId} />
            </Panel>
            <ReturnedEntries entries={returned} total={returnedTotal} />
            {reviews && <Waiting months={waiting} />}
          </>
        )}
      </Loaded>
    </div>
  );
}
