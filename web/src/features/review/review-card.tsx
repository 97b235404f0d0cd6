import { Alert, Button, Card, Checkbox, Flex, Space, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMoveEntry } from '../../api/progress.js';
import type { IndicatorMonths, ProgressEntry } from '../../api/types.js';
import { monthName } from '../../period/month-name.js';
import { ReturnForm } from './return-form.js';
import { ReviewFigures } from './review-figures.js';

export interface WaitingEntry {
  readonly indicator: IndicatorMonths;
  readonly entry: ProgressEntry;
}

interface ReviewCardProps extends WaitingEntry {
  /** Submitted by the one who looks at it: somebody else has to decide. */
  readonly isOwn: boolean;
  readonly isChosen: boolean;
  readonly onChoose: (isChosen: boolean) => void;
}

const REMARKS = ['notApplicableReason', 'deviationReason', 'correctiveMeasure', 'note'] as const;

export function ReviewCard({ indicator, entry, isOwn, isChosen, onChoose }: ReviewCardProps) {
  const { t } = useTranslation();
  const move = useMoveEntry();
  const [isReturning, setReturning] = useState(false);
  const key = { indicatorId: indicator.id, month: entry.month, version: entry.version };
  const remarks = REMARKS.filter((field) => entry[field]);
  return (
    <Card size="small">
      <Flex justify="space-between" gap={12} wrap>
        <div style={{ flex: '1 1 280px' }}>
          {!isOwn && (
            <Checkbox
              className="review-choose"
              aria-label={t('review.choose', { name: indicator.name })}
              checked={isChosen}
              onChange={({ target }) => {
                onChoose(target.checked);
              }}
            />
          )}
          <Link to={`/indicators/${indicator.id}?month=${entry.month}`}>
            <strong>{indicator.name}</strong>
          </Link>{' '}
          <span className="muted">{monthName(entry.month)}</span>{' '}
          {entry.lastApproved && <Tag color="warning">{t('review.reopened')}</Tag>}
          <div className="muted small">
            {[indicator.section?.name, indicator.sheet.project ?? t('shown.wholeDepartment'), entry.submittedBy]
              .filter(Boolean)
              .join(' · ')}
          </div>
          {remarks.map((field) => (
            <div key={field}>
              <span className="muted">{t(`field.${field}`)}：</span>
              {entry[field]}
            </div>
          ))}
        </div>
        <ReviewFigures indicator={indicator} entry={entry} />
        {isOwn ? (
          <span className="muted">{t('review.own')}</span>
        ) : (
          <Space align="start">
            <Button
              type="primary"
              loading={move.isPending}
              onClick={({ detail }) => {
                if (detail > 1) return; // a double click: the list has moved up, and this entry was never looked at
                move.mutate({ ...key, move: 'approve' });
              }}
            >
              {t('review.approve')}
            </Button>
            <Button
              onClick={() => {
                setReturning(!isReturning);
              }}
            >
              {t('review.return')}
            </Button>
          </Space>
        )}
      </Flex>
      {isReturning && (
        <ReturnForm
          onReturn={(reason) => {
            move.mutate({ ...key, move: 'return', reason });
          }}
        />
      )}
      {move.error && <Alert type="error" showIcon style={{ marginTop: 8 }} title={move.error.message} />}
    </Card>
  );
}
