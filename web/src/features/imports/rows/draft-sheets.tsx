import { Empty, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { DraftSheet } from '../../../api/imports.js';
import { Panel } from '../../../components/panel.js';
import { useDraft } from '../draft/use-draft.js';
import { SheetHead } from './sheet-head.js';
import { RowsTable } from './rows-table.js';
import { SheetActions } from './sheet-actions.js';

/** The sheets that were found, one at a time. */
export function DraftSheets() {
  const { t } = useTranslation();
  const { draft, sheet, show, isAdopted } = useDraft();
  const { sheets, doubts } = draft.draft;
  const label = (one: DraftSheet, place: number): string => {
    const open = doubts.filter(({ sheetId, answered }) => sheetId === one.id && answered === null).length;
    const name = [one.department, one.project ?? t('shown.wholeDepartment')].filter(Boolean).join(' · ');
    const state = isAdopted(one.id) ? t('draft.isAdopted') : open > 0 ? t('doubts.doubtsOf', { count: open }) : '';
    return `${place + 1}. ${name} ${state}`.trim();
  };
  if (!sheet) return <Empty description={t('draft.noSheets')} />;
  return (
    <Panel
      title={t('draft.sheetOf', { number: sheets.indexOf(sheet) + 1, count: sheets.length })}
      tools={<SheetActions key={sheet.id} sheet={sheet} />}
    >
      {sheets.length > 1 && (
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          aria-label={t('table.sheet')}
          className="draft-sheet-select"
          value={sheet.id}
          options={sheets.map((one, place) => ({ value: one.id, label: label(one, place) }))}
          onChange={(id) => {
            show(id);
          }}
        />
      )}
      <SheetHead sheet={sheet} />
      <RowsTable key={sheet.id} sheet={sheet} />
    </Panel>
  );
}
