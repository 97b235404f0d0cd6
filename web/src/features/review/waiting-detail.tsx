import { Button, Space, Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { monthName } from '../../period/month-name.js';
import { AnsweredQuestions } from '../shown/answered-questions.js';
import { Evidence } from '../shown/evidence/evidence.js';
import { EntryHistory } from '../shown/entry-history.js';
import { totalSince } from '../shown/total-since.js';
import { ReturnForm } from './return-form.js';
import { ReviewChart } from './review-chart.js';
import { ReviewFigures } from './review-figures.js';
import type { WaitingEntry } from './waiting-entry.js';

interface WaitingDetailProps extends WaitingEntry {
  readonly isOwn: boolean;
  readonly isDeciding: boolean;
  readonly isReturning: boolean;
  readonly onApprove: () => void;
  readonly onAskReturn: () => void;
  readonly onReturn: (reason: string) => void;
}

const REMARKS = ['notApplicableReason', 'deviationReason', 'correctiveMeasure', 'note'] as const;

/** All that a decision rests on: the figure among the others of the year, the reasons given, the evidence, who did what. */
export function WaitingDetail({ indicator, entry, isOwn, isDeciding, isReturning, ...on }: WaitingDetailProps) {
  const { t } = useTranslation();
  const { month } = entry;
  const remarks = REMARKS.filter((field) => entry[field]);
  return (
    <article className="review-detail" aria-label={indicator.name}>
      <div className="review-head">
        <h3>
          <Link to={`/indicators/${indicator.id}?month=${month}`}>{indicator.name}</Link>{' '}
          <span className="muted">
            {[monthName(month), totalSince(indicator, month, t)].filter(Boolean).join(' · ')}
          </span>
        </h3>
        {isOwn ? (
          <span className="muted">{t('review.own')}</span>
        ) : (
          <Space>
            <Tooltip title={t('review.keyApprove')}>
              <Button type="primary" loading={isDeciding} onClick={on.onApprove}>
                {t('review.approve')}
              </Button>
            </Tooltip>
            <Tooltip title={t('review.keyReturn')}>
              <Button onClick={on.onAskReturn}>{t('review.return')}</Button>
            </Tooltip>
          </Space>
        )}
      </div>
      {isReturning && <ReturnForm onReturn={on.onReturn} onCancel={on.onAskReturn} />}
      <ReviewFigures indicator={indicator} entry={entry} />
      <AnsweredQuestions indicator={indicator} entry={entry} />
      {remarks.length > 0 && (
        <dl className="review-remarks">
          {remarks.map((field) => (
            <div key={field}>
              <dt>{t(`field.${field}`)}</dt>
              <dd>{entry[field]}</dd>
            </div>
          ))}
        </dl>
      )}
      <ReviewChart indicator={indicator} entry={entry} />
      <h4>{t('evidence.title')}</h4>
      <Evidence indicatorId={indicator.id} month={month} editable={false} />
      <h4>{t('review.history')}</h4>
      <EntryHistory indicatorId={indicator.id} month={month} />
    </article>
  );
}
