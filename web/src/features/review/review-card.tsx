import { Alert, Button, Card, Checkbox, Flex, Input, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../../../src/domain/domain-error.js';
import { addMonths } from '../../../../src/domain/month.js';
import { useMoveEntry } from '../../api/progress.js';
import type { IndicatorMonths, ProgressEntry } from '../../api/types.js';
import { describeEntry } from '../entry/describe-entry.js';
import { differenceTo } from '../progress/difference.js';
import { printedTarget } from '../scoring/indicator-row.js';

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

export function ReviewCard({ indicator, entry, isOwn, isChosen, onChoose }: ReviewCardProps) {
  const { t, i18n } = useTranslation();
  const move = useMoveEntry();
  const [reason, setReason] = useState<string | null>(null);
  const before = indicator.entries.find(({ month }) => month === addMonths(entry.month, -1));
  const key = { indicatorId: indicator.id, month: entry.month, version: entry.version };
  const remarks = [entry.notApplicableReason, entry.deviationReason, entry.correctiveMeasure, entry.note].filter(
    Boolean,
  );
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
          <strong>{indicator.name}</strong> <span className="muted">{entry.month}</span>
          <div className="muted small">
            {[indicator.section?.name, indicator.sheet.project ?? t('sheet.department'), entry.submittedBy]
              .filter(Boolean)
              .join(' · ')}
          </div>
          {remarks.map((remark) => (
            <div key={remark}>{remark}</div>
          ))}
        </div>
        <dl className="review-figures">
          <dt>{t('table.target')}</dt>
          <dd>{printedTarget(indicator, i18n.language as Language)}</dd>
          <dt>{t('entry.before')}</dt>
          <dd>{before ? describeEntry(before, t) : '—'}</dd>
          <dt>{t('review.now')}</dt>
          <dd>
            <strong>{describeEntry(entry, t)}</strong>
          </dd>
          <dt>{t('review.difference')}</dt>
          <dd>{differenceTo(before, entry) ?? '—'}</dd>
        </dl>
        {isOwn ? (
          <span className="muted">{t('review.own')}</span>
        ) : (
          <Space align="start">
            <Button
              type="primary"
              loading={move.isPending}
              onClick={() => {
                move.mutate({ ...key, move: 'approve' });
              }}
            >
              {t('review.approve')}
            </Button>
            <Button
              onClick={() => {
                setReason(reason === null ? '' : null);
              }}
            >
              {t('review.return')}
            </Button>
          </Space>
        )}
      </Flex>
      {reason !== null && (
        <Flex gap={8} style={{ marginTop: 8 }}>
          <Input
            autoFocus
            aria-label={t('review.reason')}
            placeholder={t('review.reason')}
            maxLength={1000}
            value={reason}
            onChange={({ target }) => {
              setReason(target.value);
            }}
          />
          <Button
            danger
            disabled={reason.trim() === ''}
            onClick={() => {
              move.mutate({ ...key, move: 'return', reason });
            }}
          >
            {t('review.return')}
          </Button>
        </Flex>
      )}
      {move.error && <Alert type="error" showIcon style={{ marginTop: 8 }} title={move.error.message} />}
    </Card>
  );
}
