import { Alert, Form, Input, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Confirmed } from '../../api/confirmed.js';
import type { User } from '../../api/types.js';
import { useLinkIdentity } from '../../api/users.js';
import { CurrentPassword } from '../shown/confirming/current-password.js';

/** Who an account is at the OpenID provider: the number that a refused sign-in tells its owner. */
export function LinkIdentity({ user, onClose }: { readonly user: User; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Confirmed & { subject: string }>();
  const link = useLinkIdentity();
  return (
    <Modal
      open
      title={t('users.identityOf', { name: user.displayName })}
      okText={t('users.identity')}
      confirmLoading={link.isPending}
      onOk={() => {
        form.submit();
      }}
      onCancel={onClose}
    >
      <p>{t('users.identityHint')}</p>
      <Form
        form={form}
        layout="vertical"
        initialValues={{ subject: user.oidcSubject ?? '' }}
        onFinish={({ subject, current }) => {
          const given = subject.trim();
          link.mutate({ user, subject: given === '' ? null : given, current }, { onSuccess: onClose });
        }}
      >
        {link.error && (
          <Alert type="error" showIcon role="alert" title={link.error.message} style={{ marginBottom: 12 }} />
        )}
        <Form.Item label={t('users.subject')} name="subject">
          <Input autoComplete="off" autoCapitalize="none" maxLength={255} />
        </Form.Item>
        <CurrentPassword />
      </Form>
    </Modal>
  );
}
