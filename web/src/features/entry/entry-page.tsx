import { Empty, Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { usePolicies, useIndicatorMonths } from '../../api/progress.js';
import { Loaded } from '../../components/loaded.js';
import { MonthSelect } from '../../components/month-select.js';
import { PageTitle } from '../../components/page-title.js';
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
    <main className="page">
      <Flex align="center" gap={12} wrap>
        <PageTitle>{t('nav.entry')}</PageTitle>
        <MonthSelect
          month={month}
          months={months}
          onMonth={(value) => {
            setAddress({ month: value });
          }}
        />
      </Flex>
      <p className="muted">{t('entry.how')}</p>
      <Loaded query={policies}>
        {({ items: rules }) => (
          <Loaded query={indicators}>
            {({ items }) =>
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
        )}
      </Loaded>
    </main>
  );
}
