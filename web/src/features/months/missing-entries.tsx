import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { yearOf } from '@domain/calendar/month.js';
import { Link } from 'react-router';
import type { GridMonth } from '../../api/months.js';
import { type Contact, useContactsOf } from '../../api/organisation.js';
import { useIndicatorMonths } from '../../api/progress.js';
import { Loaded } from '../../components/loaded.js';
import { useIsWide } from '../../components/use-is-wide.js';
import { AskNow } from './ask-now.js';
import { type MissingEntry, missingOf } from './missing-of.js';

const PAGE = { pageSize: 10, size: 'small', showSizeChanger: false } as const;

/** Exactly what a month lacks, and whom to ask for it. */
export function MissingEntries({ month: { departmentId, month } }: { readonly month: GridMonth }) {
  const { t } = useTranslation();
  const isWide = useIsWide();
  const indicators = useIndicatorMonths({ year: yearOf(month), departmentId });
  const contacts = useContactsOf(departmentId);
  return (
    <Loaded queries={{ indicators, contacts }}>
      {({ indicators: { items }, contacts: { items: people } }) => {
        const missing = missingOf(items, month);
        return (
          <Table<MissingEntry>
            size="small"
            className="months-missing"
            rowKey={({ indicator }) => indicator.id}
            dataSource={missing}
            pagination={missing.length > PAGE.pageSize && PAGE}
            columns={[
              {
                title: t('table.indicator'),
                key: 'indicator',
                render: (_, { indicator, state }) => (
                  <>
                    <Link to={`/indicators/${indicator.id}?month=${month}`}>{indicator.name}</Link>
                    <div className="muted small">
                      {[t(`months.missingState.${state}`), indicator.section?.name ?? t('table.unowned')].join(' · ')}
                    </div>
                    {!isWide && <Reporters indicator={indicator} people={people} />}
                  </>
                ),
              },
              {
                title: t('months.whom'),
                key: 'whom',
                responsive: ['md'],
                render: (_, { indicator }) => <Reporters indicator={indicator} people={people} />,
              },
              {
                title: '',
                key: 'ask',
                align: 'right',
                render: (_, { indicator }) => <AskNow indicatorId={indicator.id} name={indicator.name} month={month} />,
              },
            ]}
          />
        );
      }}
    </Loaded>
  );
}

interface ReportersProps extends Pick<MissingEntry, 'indicator'> {
  readonly people: readonly Contact[];
}

/** Of the section; where it has none, of the whole department. */
function Reporters({ indicator: { section }, people }: ReportersProps) {
  const { t } = useTranslation();
  const reporters = people.filter(({ active, duty }) => active && duty === 'reporter');
  const own = reporters.filter(({ sectionId }) => sectionId === (section?.id ?? null));
  const asked = own.length > 0 ? own : reporters.filter(({ sectionId }) => sectionId === null);
  if (asked.length === 0) return <span className="light-amber">▲ {t('months.nobody')}</span>;
  return asked.map(({ id, name, phone }) => (
    <div key={id}>
      {name} <span className="muted">{phone}</span>
    </div>
  ));
}
