import { Empty } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useIndicatorMonths } from '../../api/progress.js';
import { usePolicies } from '../../api/queries.js';
import { Loaded } from '../../components/loaded.js';
import { MonthSelect } from '../../components/month-select.js';
import { Page } from '../../components/page.js';
import { endedMonths } from '../../components/today.js';
import { EntryGrid } from './entry-grid.js';
import { SubmitMonth } from './submit-month.js';

/** The month that everybody has to enter: type, and it is saved; then hand it in. */
export function EntryPage() {
  const { t } = useTranslation();
  const [address, setAddress] = useSearchParams();
  const months = endedMonths();
  const month = address.get('month') ?? months[0] ?? '';
  const indicators = useIndicatorMonths(Number(month.slice(0, 4)), 'mine');
  const policies = usePolicies();
  return (
    <Page
      title={t('nav.entry')}
      hint={t('entry.how')}
      tools={
        <MonthSelect
          month={month}
          months={months}
          onMonth={(value) => {
            setAddress({ month: value });
          }}
        />
      }
    >
      <Loaded queries={{ policies, indicators }}>
        {({ policies: { items: rules }, indicators: { items } }) =>
          items.length === 0 ? (
            <Empty description={t('entry.none')} />
          ) : (
            <>
              <SubmitMonth indicators={items} month={month} />
              <EntryGrid
                indicators={items}
                month={month}
                policies={new Map(rules.map((policy) => [policy.name, policy]))}
              />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}
