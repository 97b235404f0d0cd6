import { Button, Popconfirm, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DraftSheet } from '../../../api/imports.js';
import { useDraft } from '../draft/use-draft.js';
import { RowForm } from './row-form.js';
import { SheetForm } from './sheet-form.js';

/** What can be done with one sheet of the draft. */
export function SheetActions({ sheet }: { readonly sheet: DraftSheet }) {
  const { t } = useTranslation();
  const { repair, isAdopted, isChanging } = useDraft();
  const [opened, setOpened] = useState<'sheet' | 'row' | null>(null);
  const close = (): void => {
    setOpened(null);
  };
  if (isAdopted(sheet.id)) return <span className="light-green">✓ {t('draft.isAdopted')}</span>;
  return (
    <Space wrap>
      <Button
        size="small"
        onClick={() => {
          setOpened('sheet');
        }}
      >
        {t('draft.editHead')}
      </Button>
      <Button
        size="small"
        onClick={() => {
          setOpened('row');
        }}
      >
        {t('draft.addRow')}
      </Button>
      <Popconfirm
        title={t('draft.dropSheetConfirm', { count: sheet.indicators.length })}
        onConfirm={() => {
          repair([{ kind: 'drop-sheets', sheets: [sheet.id] }]);
        }}
      >
        <Button size="small" disabled={isChanging}>
          {t('draft.dropSheet')}
        </Button>
      </Popconfirm>
      {opened === 'sheet' && <SheetForm sheet={sheet} onClose={close} />}
      {opened === 'row' && <RowForm sheet={sheet} task={{ kind: 'add' }} onClose={close} />}
    </Space>
  );
}
