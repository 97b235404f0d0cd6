import { Alert, Button, Form, Input, Modal, Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CalendarDay } from '../../api/calendar.js';
import type { useChanges } from './use-changes.js';

interface ChangeDayProps {
  readonly year: number;
  /** null: one more day. */
  readonly day: CalendarDay | null;
  readonly changes: ReturnType<typeof useChanges>;
  readonly onClose: () => void;
}

/** One more day, a local holiday or a correction; or one that is there, to change or remove it. */
export function ChangeDay({ year, day: known, changes, onClose }: ChangeDayProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Pick<CalendarDay, 'day' | 'name'> & { kind: 'off' | 'worked' }>();
  return (
    <Modal
      open
      title={known ? t('calendar.change', known) : t('calendar.add')}
      onCancel={onClose}
      onOk={form.submit}
      confirmLoading={changes.isBusy}
      footer={(buttons) => (
        <>
          {known && (
            <Button
              danger
              disabled={changes.isBusy}
              onClick={() => {
                changes.remove(known, onClose);
              }}
            >
              {t('calendar.remove')}
            </Button>
          )}
          {buttons}
        </>
      )}
    >
      {changes.error && <Alert type="error" showIcon role="alert" title={changes.error.message} />}
      <Form
        form={form}
        layout="vertical"
        initialValues={{ day: known?.day, name: known?.name, kind: known?.working ? 'worked' : 'off' }}
        onFinish={({ day, name, kind }) => {
          changes.save({ day, name, working: kind === 'worked', source: 'local' }, onClose);
        }}
      >
        <Form.Item label={t('calendar.day')} name="day" rules={[{ required: true }]}>
          <Input type="date" min={`${year}-01-01`} max={`${year}-12-31`} disabled={known !== null} />
        </Form.Item>
        <Form.Item label={t('calendar.kind')} name="kind">
          <Segmented
            options={(['off', 'worked'] as const).map((value) => ({ value, label: t(`calendar.${value}`) }))}
          />
        </Form.Item>
        <Form.Item label={t('calendar.name')} name="name" rules={[{ required: true, whitespace: true, max: 60 }]}>
          <Input />
        </Form.Item>
      </Form>
    </Modal>
  );
}
