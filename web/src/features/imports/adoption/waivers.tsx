import { Input, type InputRef } from 'antd';
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { DraftSheet } from '../../../api/imports.js';
import { useWeightWords } from '../draft/use-weight-words.js';

interface WaiversProps {
  readonly sheets: readonly DraftSheet[];
  readonly reason: (sheetId: string) => string;
  /** The field of the first sheet. */
  readonly first: Ref<InputRef>;
  readonly onReason: (sheetId: string, reason: string) => void;
}

/** Why sheets are adopted although their weights do not give 100: it stands beside the score from then on. */
export function Waivers({ sheets, reason, first, onReason }: WaiversProps) {
  const { t } = useTranslation();
  const weightWords = useWeightWords();
  if (sheets.length === 0) return null;
  return (
    <section className="waivers">
      <p>{t('imports.waivers')}</p>
      {sheets.map((sheet, place) => (
        <label key={sheet.id} className="proposal">
          {t('imports.waiverOf', {
            name: sheet.project ?? t('shown.wholeDepartment'),
            weights: weightWords(sheet),
          })}
          <Input
            size="small"
            ref={place === 0 ? first : null}
            maxLength={1000}
            aria-required
            aria-invalid={reason(sheet.id).trim() === ''}
            placeholder={t('imports.waiverExample')}
            value={reason(sheet.id)}
            onChange={({ target: { value } }) => {
              onReason(sheet.id, value);
            }}
          />
        </label>
      ))}
    </section>
  );
}
