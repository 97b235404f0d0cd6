import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { DraftSheet } from '../../../api/imports.js';

interface WaiversProps {
  readonly sheets: readonly DraftSheet[];
  readonly reason: (sheetId: string) => string;
  readonly onReason: (sheetId: string, reason: string) => void;
}

/** Why sheets are adopted although their weights do not give 100: it stands beside the score from then on. */
export function Waivers({ sheets, reason, onReason }: WaiversProps) {
  const { t } = useTranslation();
  if (sheets.length === 0) return null;
  return (
    <section className="waivers">
      <p>{t('imports.waivers')}</p>
      {sheets.map(({ id, project, weightTotal, executionWeight }) => (
        <label key={id} className="proposal">
          {t('imports.waiverOf', {
            name: project ?? t('shown.wholeDepartment'),
            weights: [weightTotal, executionWeight].filter(Boolean).join(' + '),
          })}
          <Input
            size="small"
            maxLength={1000}
            value={reason(id)}
            onChange={({ target: { value } }) => {
              onReason(id, value);
            }}
          />
        </label>
      ))}
    </section>
  );
}
