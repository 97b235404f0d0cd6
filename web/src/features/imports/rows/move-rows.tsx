import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { DraftSheet } from '../../../api/imports.js';
import { useDraft } from '../draft/use-draft.js';

interface MoveRowsProps {
  readonly sheet: DraftSheet;
  readonly ids: string[];
  readonly onDone: () => void;
}

/** Rows that belong to another sheet of the document. */
export function MoveRows({ sheet, ids, onDone }: MoveRowsProps) {
  const { t } = useTranslation();
  const { draft, repair, isAdopted, isChanging } = useDraft();
  const others = draft.draft.sheets.filter(({ id }) => id !== sheet.id && !isAdopted(id));
  if (others.length === 0) return null;
  return (
    <Select
      size="small"
      showSearch={{ optionFilterProp: 'label' }}
      disabled={isChanging}
      value={null}
      aria-label={t('draft.moveTo')}
      placeholder={t('draft.moveTo')}
      style={{ minWidth: 160 }}
      options={others.map(({ id, project, department }) => ({
        value: id,
        label: [department, project ?? t('shown.wholeDepartment')].filter(Boolean).join(' · '),
      }))}
      onChange={(to: string | null) => {
        if (to !== null) repair([{ kind: 'move-rows', rows: ids, sheet: to, before: null }], onDone);
      }}
    />
  );
}
