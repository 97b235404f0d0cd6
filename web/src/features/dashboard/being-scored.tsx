import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { type ScoresQuery, useHeatMap, useScoreSummary } from '../../api/scores.js';

/** Said above figures that do not hold all sheets, or months, yet. */
export function BeingScored({ sheets }: { readonly sheets: ScoresQuery }) {
  const { t } = useTranslation();
  const [summary, map] = [useScoreSummary(sheets), useHeatMap(sheets)];
  const count = Math.max(summary.data?.beingScored ?? 0, map.data?.beingScored ?? 0);
  return count > 0 && <Alert type="info" showIcon role="status" title={t('dashboard.beingScored', { count })} />;
}
