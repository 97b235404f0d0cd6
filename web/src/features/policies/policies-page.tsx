import { Segmented } from 'antd';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '@domain/domain-error.js';
import { usePolicies } from '../../api/queries.js';
import { Loaded } from '../../components/loaded.js';
import { Loading } from '../../components/loading.js';
import { Page } from '../../components/page.js';
import { lazily } from '../../components/parts/lazily.js';
import { SheetFilter } from '../../components/sheet-filter.js';
import { PeriodSelect } from '../../period/period-select.js';
import { useAddress } from '../../period/use-address.js';
import { usePeriod } from '../../period/use-period.js';
import { ReadPolicy } from './read-policy.js';
import './policies.css';

const OwnRules = lazily(async () => (await import('./own-rules.js')).OwnRules);
const OWN = 'own-rules';

/** By what rules points are given, in words and exactly, and what other rules would change. */
export function PoliciesPage() {
  const { t, i18n } = useTranslation();
  const { address, choose } = useAddress();
  const period = usePeriod();
  const policies = usePolicies();
  const { month } = period;
  return (
    <Page
      title={t('policies.title')}
      hint={t('policies.hint')}
      tools={
        <>
          <SheetFilter />
          <PeriodSelect {...period} />
        </>
      }
    >
      <Loaded queries={{ policies }}>
        {({ policies: { items } }) => {
          const named = address.get('policy');
          const chosen = items.find(({ name }) => name === named) ?? (named === OWN ? undefined : items[0]);
          return (
            <div className="stack">
              <Segmented
                aria-label={t('policies.choose')}
                className="policies-choice"
                value={chosen?.name ?? OWN}
                options={[
                  ...items.map(({ name, title }) => ({ value: name, label: title[i18n.language as Language] })),
                  { value: OWN, label: t('policies.own') },
                ]}
                onChange={(policy) => {
                  choose({ policy });
                }}
              />
              {chosen ? (
                <ReadPolicy key={chosen.name} name={chosen.name} all={items} asOf={month} />
              ) : (
                <Suspense fallback={<Loading />}>
                  <OwnRules all={items} asOf={month} />
                </Suspense>
              )}
            </div>
          );
        }}
      </Loaded>
    </Page>
  );
}
