import { Alert, Button, Form, Input, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import type { DraftRow } from '../../../api/imports.js';
import { numberRule } from '../draft/number-rule.js';
import { useRepairInDialog } from '../draft/use-repair-in-dialog.js';

interface Part {
  readonly name: string;
  readonly raw: string;
  readonly weight?: string;
}

interface SplitFormProps {
  readonly row: DraftRow;
  readonly onClose: () => void;
}

/** One printed row that holds several indicators. What a part does not say it has from the row, but for its points. */
export function SplitForm({ row, onClose }: SplitFormProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ parts: Part[] }>();
  const { repair, isChanging, problem } = useRepairInDialog(form);
  const part = { name: row.name, raw: row.raw };
  return (
    <Modal
      open
      width={720}
      title={t('draft.task.split', { name: row.name })}
      okText={t('draft.save')}
      confirmLoading={isChanging}
      onCancel={onClose}
      onOk={() => {
        form.submit();
      }}
    >
      <p className="muted small">{t('draft.splitHint', { weight: row.weight ?? '—' })}</p>
      {problem && <Alert type="error" showIcon role="alert" className="imports-note" title={problem} />}
      <Form
        form={form}
        layout="vertical"
        initialValues={{ parts: [part, part] }}
        onFinish={({ parts }) => {
          const into = parts.map(({ weight, ...said }) => ({
            ...said,
            weight: weight === '' ? null : (weight ?? null),
          }));
          repair([{ kind: 'split-row', row: row.id, into }], onClose);
        }}
      >
        <Form.List name="parts">
          {(fields, { add, remove }) => (
            <>
              {fields.map(({ key, name }) => (
                <div key={key} className="split-part">
                  <Form.Item label={t('draft.field.name')} name={[name, 'name']} rules={[{ required: true }]}>
                    <Input maxLength={200} />
                  </Form.Item>
                  <Form.Item label={t('draft.field.raw')} name={[name, 'raw']} rules={[{ required: true }]}>
                    <Input maxLength={200} />
                  </Form.Item>
                  <Form.Item
                    label={t('draft.field.weight')}
                    name={[name, 'weight']}
                    rules={[numberRule(t('draft.numberRule'))]}
                  >
                    <Input inputMode="decimal" />
                  </Form.Item>
                  {fields.length > 2 && (
                    <Button
                      size="small"
                      type="link"
                      onClick={() => {
                        remove(name);
                      }}
                    >
                      {t('draft.removePart')}
                    </Button>
                  )}
                </div>
              ))}
              <Button
                size="small"
                onClick={() => {
                  add(part);
                }}
              >
                {t('draft.addPart')}
              </Button>
            </>
          )}
        </Form.List>
      </Form>
    </Modal>
  );
}
