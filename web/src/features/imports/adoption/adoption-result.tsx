import { Alert, Button, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Language } from '@domain/domain-error.js';
import type { Adopted } from '../../../api/imports.js';
import { useDraft } from '../draft/use-draft.js';
import { OwnersMissing } from './owners-missing.js';
import { LinkedMeasures } from './linked-measures.js';

interface AdoptionResultProps {
  readonly result: Adopted;
  readonly onClose: () => void;
}

/** What the adoption came to, what stayed back, and what is worth doing next. */
export function AdoptionResult({ result: { targetSheetIds, left, measures }, onClose }: AdoptionResultProps) {
  const { t, i18n } = useTranslation();
  const { draft } = useDraft();
  const nameOf = (id: string): string => {
    const sheet = draft.draft.sheets.find((one) => one.id === id);
    return sheet?.project ?? sheet?.department ?? id;
  };
  return (
    <Modal
      open
      width={760}
      title={t('imports.adopted', { count: targetSheetIds.length })}
      onCancel={onClose}
      footer={
        <Button type="primary" onClick={onClose}>
          {t('imports.done')}
        </Button>
      }
    >
      {left.length > 0 && (
        <Alert
          type="warning"
          showIcon
          className="imports-note"
          title={t('imports.left', { count: left.length })}
          description={left.map(({ sheetId, reasons }) => (
            <div key={sheetId}>
              {nameOf(sheetId)}：{reasons.map(({ message }) => message[i18n.language as Language]).join('；')}
            </div>
          ))}
        />
      )}
      <LinkedMeasures proposals={measures} />
      <OwnersMissing />
    </Modal>
  );
}
