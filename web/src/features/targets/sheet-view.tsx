import { Alert, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSheetScore, useTargetSheet } from '../../api/queries.js';
import { Loaded } from '../../components/loaded.js';
import { IndicatorTable } from '../scoring/indicator-table.js';
import { GoalList } from './goal-list.js';

export function SheetView({ sheetId, month }: { readonly sheetId: string; readonly month: string }) {
  const { t } = useTranslation();
  const sheet = useTargetSheet(sheetId);
  const score = useSheetScore(sheetId, month);
  if (!sheet.data || !score.data) return <Loaded queries={{ sheet, score }}>{() => null}</Loaded>;
  const { project, department, responsibleName, policy, weightWaiver } = sheet.data;
  return (
    <section aria-label={project ?? t('sheet.department')}>
      <Typography.Title level={2} style={{ fontSize: 18, marginBottom: 4 }}>
        {project ?? t('sheet.department')}
      </Typography.Title>
      <p style={{ color: 'var(--muted)', marginTop: 0 }}>
        {[
          department.name,
          responsibleName && t('sheet.responsible', { name: responsibleName }),
          t('sheet.policy', { policy }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {weightWaiver && (
        <Alert
          type="warning"
          showIcon
          style={{ marginBottom: 12 }}
          title={t('sheet.waiver', { total: weightWaiver.weightTotal, reason: weightWaiver.reason })}
        />
      )}
      <IndicatorTable sheet={sheet.data} score={score.data} />
      <GoalList goals={sheet.data.goals} indicators={sheet.data.indicators} scored={score.data.indicators} />
    </section>
  );
}
