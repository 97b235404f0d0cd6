import { Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { explain } from '../../../../src/domain/scoring/explain.js';
import { useProgress } from '../../api/queries.js';
import { Loaded } from '../../components/loaded.js';
import { MonthlyChart } from '../progress/monthly-chart.js';
import { MonthlyEntries } from '../progress/monthly-entries.js';
import type { IndicatorRow } from './indicator-row.js';

/** Why an indicator has its points, and the months behind it. */
export function IndicatorDetail({ row, asOf }: { readonly row: IndicatorRow; readonly asOf: string }) {
  const { t, i18n } = useTranslation();
  const { indicator, score } = row;
  return (
    <div style={{ maxWidth: 900, paddingBlock: 4 }}>
      <Typography.Text strong>{t('detail.reason')}</Typography.Text>
      <p style={{ margin: '4px 0 12px', whiteSpace: 'normal' }}>
        {explain(score, i18n.language === 'en' ? 'en' : 'zh')}
      </p>
      <Typography.Text strong>{t('detail.months')}</Typography.Text>
      <Loaded queries={{ progress: useProgress(indicator.id) }}>
        {({ progress }) => {
          const entries = progress.items.filter(({ month }) => month <= asOf);
          if (entries.length === 0) return <p style={{ margin: '4px 0' }}>{t('detail.noMonths')}</p>;
          return (
            <>
              <MonthlyChart indicator={indicator} entries={entries} asOf={asOf} />
              <MonthlyEntries entries={entries} />
            </>
          );
        }}
      </Loaded>
    </div>
  );
}
