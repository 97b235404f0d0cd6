import { Button, Popconfirm } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type Measure, usePartMeasure } from '../../../api/measures.js';
import { useTargetSheets } from '../../../api/queries.js';
import type { TargetSheet } from '../../../api/types.js';

interface SharedValueProps {
  readonly measure: Measure;
  readonly sheet: TargetSheet;
  readonly mayShare: boolean;
}

/** One value and the indicators that it feeds. */
export function SharedValue({ measure, sheet, mayShare }: SharedValueProps) {
  const { t } = useTranslation();
  const part = usePartMeasure();
  const { data: sheets } = useTargetSheets({ departmentId: sheet.departmentId, year: sheet.fiscalYear });
  const projectOf = (id: string): string =>
    sheets?.items.find((one) => one.id === id)?.project ?? t('shown.wholeDepartment');
  const { name, indicators = [] } = measure;
  return (
    <li>
      <div className="inbox-line">
        <strong>{name}</strong>
        {mayShare && (
          <Popconfirm
            title={t('shared.partConfirm', { count: indicators.length })}
            okText={t('shared.part')}
            onConfirm={() => {
              part.mutate(measure);
            }}
          >
            <Button size="small" loading={part.isPending} aria-label={t('shared.partOf', { name })}>
              {t('shared.part')}
            </Button>
          </Popconfirm>
        )}
      </div>
      <span className="muted small">{t('shared.feeds')}</span>
      <ul className="bare-list">
        {indicators.map(({ id, name: own, sheetId }) => (
          <li key={id}>
            <Link to={`/indicators/${id}`}>{own}</Link> <span className="muted small">{projectOf(sheetId)}</span>
          </li>
        ))}
      </ul>
      {part.error && (
        <div role="alert" className="entry-wrong small">
          {part.error.message}
        </div>
      )}
    </li>
  );
}
