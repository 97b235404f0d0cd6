import { Alert, Form, Input, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { useImportCalendar, type YearCalendar } from '../../api/calendar.js';

interface ImportCalendarProps {
  readonly calendar: YearCalendar;
  readonly onDone: (message: string) => void;
  readonly onClose: () => void;
}

/** An official list in the place of the whole year. */
export function ImportCalendar({ calendar, onDone, onClose }: ImportCalendarProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ csv: string }>();
  const read = useImportCalendar(calendar);
  return (
    <Modal open title={t('calendar.import')} confirmLoading={read.isPending} onOk={form.submit} onCancel={onClose}>
      {read.error && <Alert type="error" showIcon role="alert" title={read.error.message} />}
      <p>{t('calendar.importHint')}</p>
      <Form
        form={form}
        layout="vertical"
        onFinish={({ csv }) => {
          read.mutate(csv, {
            onSuccess: () => {
              onDone(t('calendar.imported', { year: calendar.year }));
              onClose();
            },
          });
        }}
      >
        <Form.Item label={t('calendar.list')} name="csv" rules={[{ required: true, whitespace: true }]}>
          <Input.TextArea autoSize={{ minRows: 8, maxRows: 20 }} maxLength={20_000} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
