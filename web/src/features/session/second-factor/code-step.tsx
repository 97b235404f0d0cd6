import { Alert, Button, Form, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { useGiveCode } from '../../../api/session.js';
import { CodeField } from './code-field.js';

/** The second step of the sign-in. */
export function CodeStep({ onBack }: { readonly onBack: () => void }) {
  const { t } = useTranslation();
  const give = useGiveCode();
  return (
    <>
      <Typography.Title level={2} style={{ marginTop: 0 }}>
        {t('factor.title')}
      </Typography.Title>
      <Form<{ code: string }>
        layout="vertical"
        requiredMark={false}
        onFinish={(body) => {
          give.mutate(body);
        }}
      >
        {give.error && (
          <Form.Item>
            <Alert type="error" showIcon role="alert" title={give.error.message} />
          </Form.Item>
        )}
        <CodeField autoFocus />
        <Button type="primary" htmlType="submit" block loading={give.isPending}>
          {t('factor.go')}
        </Button>
        <Button type="link" block onClick={onBack}>
          {t('factor.back')}
        </Button>
      </Form>
    </>
  );
}
