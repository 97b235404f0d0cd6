import { Button, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import type { RevisionPreview } from '../../../api/sheets.js';
import { RatingTag } from '../../../components/rating-tag.js';
import { monthName } from '../../../period/month-name.js';
import { Changes } from './changes.js';

interface RevisionPreviewedProps {
  readonly would: RevisionPreview;
  readonly isPending: boolean;
  readonly onBack: () => void;
  readonly onConfirm: () => void;
}

/** What a revision changes, before it is made: second step. */
export function RevisionPreviewed({ would, isPending, onBack, onConfirm }: RevisionPreviewedProps) {
  const { t } = useTranslation();
  const { effectiveMonth, indicators, score } = would;
  const month = monthName(score.asOf);
  return (
    <div className="stack">
      <p role="status" className="revised-from">
        <strong>{t('revising.from', { month: monthName(effectiveMonth) })}</strong> · {t('revising.rests')}
      </p>
      <Table
        size="small"
        rowKey="indicatorId"
        pagination={false}
        dataSource={indicators}
        columns={[
          { title: t('revising.of'), dataIndex: 'name' },
          {
            title: t('revising.change'),
            key: 'change',
            render: (_, { before, after }) => <Changes before={before} after={after} />,
          },
          {
            title: t('revising.points', { month }),
            key: 'points',
            align: 'right',
            className: 'number',
            render: (_, { score: { before, after } }) => `${before ?? '—'} → ${after ?? '—'}`,
          },
        ]}
      />
      <p>
        {t('revising.score', { month, before: score.before.normalised ?? '—', after: score.after.normalised ?? '—' })}{' '}
        <RatingTag rating={score.after.rating} />
      </p>
      <div className="revised-steps">
        <Button onClick={onBack}>{t('revising.back')}</Button>
        <Button type="primary" autoFocus loading={isPending} onClick={onConfirm}>
          {t('revising.confirm')}
        </Button>
      </div>
    </div>
  );
}
