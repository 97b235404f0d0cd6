import { Alert, Button, Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCalendar } from '../../api/calendar.js';
import { today } from '../../api/clock.js';
import { useSession } from '../../api/session.js';
import { Loaded } from '../../components/loaded.js';
import { Page } from '../../components/page.js';
import { useAddress } from '../../period/use-address.js';
import { YearOfDays } from './year-of-days.js';
import './calendar.css';

/** The holidays of a year are published in November of the year before. */
const PUBLISHED_IN = '11';

/** The year at a glance; a year of which nothing is known says so, and from November the next one does. */
export function CalendarPage() {
  const { t } = useTranslation();
  const { address, choose } = useAddress();
  const { data: session } = useSession();
  const thisYear = Number(today().slice(0, 4));
  const year = Number(address.get('year')) || thisYear;
  const calendar = useCalendar(year);
  const next = useCalendar(thisYear + 1);
  const isOffice = session?.user.role === 'performance-office';
  const years = [...new Set([thisYear - 1, thisYear, thisYear + 1, year])].sort((a, b) => a - b);
  const goTo = (chosen: number): void => {
    choose({ year: String(chosen) });
  };
  const tools = (
    <Segmented
      value={year}
      options={years.map((value) => ({ value, label: t('calendar.year', { year: value }) }))}
      onChange={goTo}
    />
  );
  const isNextDue = today().slice(5, 7) >= PUBLISHED_IN && year !== thisYear + 1;
  return (
    <Page title={t('calendar.title')} hint={t('calendar.hint')} tools={tools}>
      <div className="stack">
        {isNextDue && next.data?.version === null && (
          <Alert
            type="warning"
            showIcon
            title={t('calendar.missing', { year: thisYear + 1 })}
            action={
              isOffice && (
                <Button
                  size="small"
                  onClick={() => {
                    goTo(thisYear + 1);
                  }}
                >
                  {t('calendar.enter', { year: thisYear + 1 })}
                </Button>
              )
            }
          />
        )}
        <Loaded queries={{ calendar }}>
          {({ calendar: found }) => <YearOfDays key={found.year} calendar={found} mayChange={isOffice} />}
        </Loaded>
      </div>
    </Page>
  );
}
