import { Alert, Form, Input, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { useUndoAdoption } from '../../../api/imports.js';
import { useDraft } from '../draft/use-draft.js';

/** Possible as long as nobody has entered anything; the reason stands in the audit log. */
export function UndoAdoption({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { draft } = useDraft();
  const undo = useUndoAdoption(draft);
  const [form] = Form.useForm<{ reason: string }>();
  return (
    <Modal
      open
      title={t('imports.undoAdoption')}
      okText={t('imports.undoAdoption')}
      confirmLoading={undo.isPending}
      onCancel={onClose}
      onOk={() => {
        form.submit();
      }}
    >
      {undo.error && <Alert type="error" showIcon className="imports-note" title={undo.error.message} />}
      <p>{t('imports.undoAdoptionHint')}</p>
      <Form
        form={form}
        layout="vertical"
        onFinish={({ reason }) => {
          undo.mutate(reason, { onSuccess: onClose });
        }}
      >
        <Form.Item label={t('imports.reason')} name="reason" rules={[{ required: true, whitespace: true }]}>
          <Input.TextArea maxLength={1000} autoSize={{ minRows: 2 }} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
