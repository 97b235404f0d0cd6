import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ScoreHeadline, TargetSheetSummary } from '../../api/types.js';
import { decimal } from '../../components/decimal.js';

interface SheetCardProps {
  readonly sheet: TargetSheetSummary;
  readonly score: ScoreHeadline | undefined;
  readonly selected: boolean;
  readonly onSelect: () => void;
}

export function SheetCard({ sheet, score, selected, onSelect }: SheetCardProps) {
  const { t } = useTranslation();
  return (
    <button type="button" className="sheet-card" aria-current={selected} onClick={onSelect}>
      <strong>{sheet.project ?? t('sheet.department')}</strong>
      <div style={{ color: 'var(--muted)', fontSize: 13 }}>{sheet.department.name}</div>
      <div style={{ display: 'flex', alignItems: 'baseline', gap: 10, marginTop: 8, flexWrap: 'wrap' }}>
        <span style={{ fontSize: 30, fontVariantNumeric: 'tabular-nums' }}>{score?.normalised ?? '—'}</span>
        {score?.rating && <strong>{t(`rating.${score.rating}`)}</strong>}
        {score && (
          <span style={{ color: 'var(--muted)' }}>
            {t('sheet.points', { raw: score.raw, max: decimal(score.max) })}
          </span>
        )}
        {score?.provisional && <Tag title={t('sheet.provisionalHint')}>{t('sheet.provisional')}</Tag>}
      </div>
    </button>
  );
}
