import { Button, Popconfirm, Space } from 'antd';
import { useTranslation } from 'react-i18next';
import type { DraftRow, DraftSheet } from '../../../api/imports.js';
import { useDraft } from '../draft/use-draft.js';
import { MoveRows } from './move-rows.js';
import type { RowTask } from './row-form.js';

interface SelectedRowsProps {
  readonly sheet: DraftSheet;
  readonly rows: readonly DraftRow[];
  readonly onTask: (task: RowTask) => void;
  readonly onDone: () => void;
}

/** What can be done with the rows that are ticked. */
export function SelectedRows({ sheet, rows, onTask, onDone }: SelectedRowsProps) {
  const { t } = useTranslation();
  const { repair, isChanging } = useDraft();
  const [first] = rows;
  const begin = (task: RowTask) => () => {
    onTask(task);
  };
  // Its place is kept, so that the table does not move under the hand that ticks.
  if (!first) return <p className="draft-selected muted small">{t('draft.selectHint')}</p>;
  const ids = rows.map(({ id }) => id);
  const isFirstOfSheet = first.id === sheet.indicators[0]?.id;
  return (
    <Space wrap className="draft-selected" role="toolbar" aria-label={t('draft.selected', { count: rows.length })}>
      <strong>{t('draft.selected', { count: rows.length })}</strong>
      <Button size="small" onClick={begin({ kind: 'edit', rows })}>
        {t('draft.edit')}
      </Button>
      {rows.length > 1 && (
        <Button size="small" onClick={begin({ kind: 'merge', rows })}>
          {t('draft.merge')}
        </Button>
      )}
      {rows.length === 1 && (
        <Button size="small" onClick={begin({ kind: 'split', row: first })}>
          {t('draft.split')}
        </Button>
      )}
      <MoveRows sheet={sheet} ids={ids} onDone={onDone} />
      {rows.length === 1 && !isFirstOfSheet && (
        <Button
          size="small"
          disabled={isChanging}
          onClick={() => {
            repair([{ kind: 'split-sheet', sheet: sheet.id, at: first.id, fields: {} }], onDone);
          }}
        >
          {t('draft.splitSheet')}
        </Button>
      )}
      <Popconfirm
        title={t('draft.dropRowsConfirm', { count: rows.length })}
        onConfirm={() => {
          repair([{ kind: 'drop-rows', rows: ids }], onDone);
        }}
      >
        <Button size="small" disabled={isChanging}>
          {t('draft.dropRows')}
        </Button>
      </Popconfirm>
    </Space>
  );
}
