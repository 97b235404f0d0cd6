import { useTranslation } from 'react-i18next';
import { useFirstSteps } from '../../api/first-steps.js';
import { useWorkList } from '../../api/progress.js';
import { useSession } from '../../api/session.js';
import { Loaded } from '../../components/loaded.js';
import { Page } from '../../components/page.js';
import { Panel } from '../../components/panel.js';
import { NotOpenYet } from '../../period/not-open-yet.js';
import { PeriodSelect } from '../../period/period-select.js';
import { usePeriod } from '../../period/use-period.js';
import { AtRisk } from './at-risk.js';
import { NextDue } from './next-due.js';
import { OwedMonths } from './owed-months.js';
import { Problems } from './problems.js';
import { ReturnedEntries } from './returned-entries.js';
import { StepList } from '../shown/first-steps/step-list.js';
import { UnreachedContacts } from './unreached-contacts.js';
import { Waiting } from './waiting.js';
import './today.css';

/** Where everybody starts: what is mine to do, as an inbox that empties. */
export function TodayPage() {
  const { t } = useTranslation();
  const { data: session } = useSession();
  const period = usePeriod();
  const { month, year } = period;
  const role = session?.user.role;
  const { data: standing } = useFirstSteps(role === 'performance-office');
  const owes = useOwes(month, role !== undefined && role !== 'viewer');
  const title = t('today.hello', { name: session?.user.displayName ?? '' });
  if (standing?.sheets === 0) {
    return (
      <Page title={title} hint={t('today.hintEmpty')}>
        <Panel title={t('today.start')}>
          <StepList standing={standing} />
        </Panel>
      </Page>
    );
  }
  return (
    <Page title={title} hint={t('today.hint')} tools={<PeriodSelect {...period} />}>
      <div className="today">
        {role !== 'viewer' && (
          <Work month={month} year={year} reviews={role === 'performance-office' || role === 'department-head'} />
        )}
        <div className="stack">
          {standing && <Problems standing={standing} />}
          <Panel title={t('today.atRisk')}>
            <AtRisk month={month} isWhole={!owes} />
          </Panel>
          {role === 'performance-office' && <UnreachedContacts />}
        </div>
      </div>
    </Page>
  );
}

/** Whether any month of mine lacks entries. */
function useOwes(month: string, isEnterer: boolean): boolean {
  const { data } = useWorkList(month, isEnterer);
  return data !== undefined && data.owed.length + data.closed.length > 0;
}

interface WorkProps {
  readonly month: string;
  readonly year: number;
  readonly reviews: boolean;
}

function Work({ month, year, reviews }: WorkProps) {
  const { t } = useTranslation();
  const work = useWorkList(month);
  return (
    <div className="stack">
      <Loaded queries={{ work }}>
        {({ work: { departmentId, isAssigned, owed, closed, returned, returnedTotal, waiting } }) => (
          <>
            <Panel title={t('today.owed')}>
              <NotOpenYet month={month} />
              <OwedMonths months={owed} closed={closed} isAssigned={isAssigned} />
              {departmentId && isAssigned && <NextDue departmentId={departmentId} year={year} />}
            </Panel>
            <ReturnedEntries entries={returned} total={returnedTotal} />
            {reviews && <Waiting months={waiting} />}
          </>
        )}
      </Loaded>
    </div>
  );
}
