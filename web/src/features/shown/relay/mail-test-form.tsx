import { Alert, Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { type MailTest, useMailTest } from '../../../api/system.js';
import { localTime } from '../../../period/local-time.js';
import { TestOutcome } from './test-outcome.js';
import './relay.css';

/** Tries the mail server with a mail to oneself; below, what came of the last try. */
export function MailTestForm({ last }: { readonly last: MailTest | null }) {
  const { t } = useTranslation();
  const test = useMailTest();
  const known = test.data ?? last;
  return (
    <div className="stack">
      <Form<{ to: string }>
        layout="vertical"
        requiredMark={false}
        className="mail-test"
        onFinish={({ to }) => {
          test.mutate(to.trim());
        }}
      >
        <Form.Item
          label={t('relay.to')}
          name="to"
          rules={[{ required: true, type: 'email', transform: String, message: t('relay.toWrong') }]}
        >
          <Input type="email" autoComplete="email" />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={test.isPending}>
          {t('relay.test')}
        </Button>
      </Form>
      {test.error && <Alert type="error" showIcon role="alert" title={test.error.message} />}
      {known ? (
        <div>
          <p className="muted small">{t('relay.lastTest', { at: localTime(known.at) })}</p>
          <TestOutcome test={known} />
        </div>
      ) : (
        <p className="muted">{t('relay.untested')}</p>
      )}
    </div>
  );
}
