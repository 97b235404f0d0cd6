import { Alert, Form, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import type { DraftRow, DraftSheet, Repair } from '../../../api/imports.js';
import { usePlaceWords } from '../draft/use-place-words.js';
import { useRepairInDialog } from '../draft/use-repair-in-dialog.js';
import { RowFields } from './row-fields.js';
import { changedFields, commonValues, type RowValues } from './row-values.js';
import { SplitForm } from './split-form.js';

export type RowTask =
  | { readonly kind: 'add' }
  | { readonly kind: 'edit' | 'merge'; readonly rows: readonly DraftRow[] }
  | { readonly kind: 'split'; readonly row: DraftRow };

interface RowFormProps {
  readonly sheet: DraftSheet;
  readonly task: RowTask;
  readonly onClose: () => void;
}

/** Rows are added, changed or merged; splitting has a form of its own. */
export function RowForm({ sheet, task, onClose }: RowFormProps) {
  const { t } = useTranslation();
  const placeWords = usePlaceWords();
  const [form] = Form.useForm<RowValues>();
  const { repair, isChanging, problem } = useRepairInDialog(form);
  if (task.kind === 'split') return <SplitForm row={task.row} onClose={onClose} />;
  const rows = task.kind === 'add' ? [] : task.rows;
  // What merged rows differ in is proposed as the first has it, since somebody has to say it.
  const before = task.kind === 'merge' ? commonValues(rows.slice(0, 1)) : commonValues(rows);
  const isOne = task.kind !== 'edit' || rows.length === 1;
  return (
    <Modal
      open
      width={640}
      title={t(`draft.task.${task.kind}`, { count: rows.length })}
      okText={t('draft.save')}
      confirmLoading={isChanging}
      onCancel={onClose}
      onOk={() => {
        form.submit();
      }}
    >
      {isOne && rows.length === 1 && (
        <p className="muted small">{t('draft.printedAt', { source: placeWords(rows[0]?.source ?? '') })}</p>
      )}
      {problem && <Alert type="error" showIcon role="alert" className="imports-note" title={problem} />}
      <Form
        form={form}
        layout="vertical"
        initialValues={before}
        onFinish={(after) => {
          const repairs = repairsOf(task, sheet.id, before, after);
          if (repairs.length === 0) onClose();
          else repair(repairs, onClose);
        }}
      >
        <RowFields departmentId={sheet.departmentId} isOne={isOne} />
      </Form>
    </Modal>
  );
}

function repairsOf(
  task: Exclude<RowTask, { kind: 'split' }>,
  sheet: string,
  before: RowValues,
  after: RowValues,
): Repair[] {
  const fields = changedFields(task.kind === 'edit' ? before : {}, after);
  if (task.kind === 'add') return [{ kind: 'add-row', sheet, before: null, fields }];
  const rows = task.rows.map(({ id }) => id);
  if (task.kind === 'merge') return [{ kind: 'merge-rows', rows, fields }];
  return Object.keys(fields).length === 0 ? [] : [{ kind: 'edit-rows', rows, fields }];
}
