import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';

interface ReopenFormProps {
  readonly isBusy: boolean;
  readonly onReopen: (reason: string, openUntil: string | null) => void;
}

/** Nothing of a closed month changes without a reason. */
export function ReopenForm({ isBusy, onReopen }: ReopenFormProps) {
  const { t } = useTranslation();
  return (
    <Form<{ reason: string; openUntil?: string }>
      layout="vertical"
      onFinish={({ reason, openUntil }) => {
        onReopen(reason.trim(), openUntil ?? null);
      }}
    >
      <Form.Item name="reason" label={t('months.reason')} rules={[{ required: true, whitespace: true }]}>
        <Input.TextArea rows={2} maxLength={1000} />
      </Form.Item>
      <Form.Item name="openUntil" label={t('months.openUntil')} normalize={(day: string) => day || undefined}>
        <Input type="date" className="month-day" />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={isBusy}>
        {t('months.reopen')}
      </Button>
    </Form>
  );
}
