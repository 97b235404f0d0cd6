import { Button, Table } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '@domain/domain-error.js';
import type { DraftRow, DraftSheet } from '../../../api/imports.js';
import { useDraft } from '../draft/use-draft.js';
import { usePlaceWords } from '../draft/use-place-words.js';
import { DoubtMark } from './doubt-mark.js';
import { RowForm, type RowTask } from './row-form.js';
import { SelectedRows } from './selected-rows.js';
import { ruleAndAggregation, targetOf } from './row-words.js';

/** The rows of a sheet as they would be adopted; rows with open doubts are marked. */
export function RowsTable({ sheet }: { readonly sheet: DraftSheet }) {
  const { t, i18n } = useTranslation();
  const { rowId, isAdopted } = useDraft();
  const placeWords = usePlaceWords();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [task, setTask] = useState<RowTask | null>(null);
  const language = i18n.language as Language;
  const rows = sheet.indicators;
  const selected = rows.filter(({ id }) => chosen.includes(id));
  useEffect(() => {
    if (rowId) document.querySelector('.draft-row-shown')?.scrollIntoView({ block: 'nearest', behavior: 'smooth' });
  }, [rowId]);
  return (
    <>
      {!isAdopted(sheet.id) && (
        <SelectedRows
          sheet={sheet}
          rows={selected}
          onTask={setTask}
          onDone={() => {
            setChosen([]);
          }}
        />
      )}
      <div className="draft-rows" role="region" aria-label={t('draft.rows')} tabIndex={0}>
        <Table<DraftRow>
          rowKey="id"
          size="small"
          pagination={rows.length > 100 && { pageSize: 100, showSizeChanger: false }}
          dataSource={rows}
          rowClassName={({ id }) => (id === rowId ? 'draft-row-shown' : '')}
          rowSelection={
            isAdopted(sheet.id)
              ? undefined
              : {
                  selectedRowKeys: [...chosen],
                  getCheckboxProps: ({ name }) => ({ 'aria-label': name }),
                  onChange: (keys) => {
                    setChosen(keys as string[]);
                  },
                }
          }
          columns={[
            {
              title: t('draft.field.levels'),
              key: 'levels',
              className: 'draft-levels',
              render: (_, { level1, level2 }) => (
                <>
                  {level1}
                  <div className="muted small">{level2}</div>
                </>
              ),
            },
            {
              title: t('table.indicator'),
              key: 'name',
              className: 'draft-name',
              render: (_, row) => (
                <>
                  {row.name} <DoubtMark rowId={row.id} />
                  <div className="muted small">{placeWords(row.source)}</div>
                </>
              ),
            },
            {
              title: t('table.target'),
              key: 'target',
              className: 'draft-target',
              render: (_, row) => targetOf(row, language),
            },
            {
              title: t('draft.field.weight'),
              key: 'weight',
              align: 'right',
              className: 'number',
              render: (_, { weight }) => weight ?? '—',
            },
            {
              title: t('draft.field.rule'),
              key: 'rule',
              className: 'draft-rule',
              render: (_, row) => ruleAndAggregation(row, language, (rule) => t(`rule.${rule}`)),
            },
            {
              title: t('draft.field.section'),
              key: 'section',
              className: 'draft-section',
              render: (_, row) => row.section ?? row.sectionRaw ?? '—',
            },
            {
              title: '',
              key: 'edit',
              render: (_, row) =>
                !isAdopted(sheet.id) && (
                  <Button
                    size="small"
                    type="link"
                    aria-label={t('draft.editRow', { name: row.name })}
                    onClick={() => {
                      setTask({ kind: 'edit', rows: [row] });
                    }}
                  >
                    {t('draft.edit')}
                  </Button>
                ),
            },
          ]}
        />
      </div>
      {task && (
        <RowForm
          sheet={sheet}
          task={task}
          onClose={() => {
            setTask(null);
            setChosen([]);
          }}
        />
      )}
    </>
  );
}
