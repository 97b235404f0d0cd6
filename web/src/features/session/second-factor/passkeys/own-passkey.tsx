import { Alert, Button, Form, Input, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRemovePasskey, useRenamePasskey } from '../../../../api/passkeys.js';
import type { components } from '../../../../api/schema.js';
import { sayAtFields } from '../../../../components/field-problems.js';
import { localTime } from '../../../../period/local-time.js';
import { PasskeyName } from './passkey-name.js';

interface Given {
  readonly name: string;
  readonly current?: string;
}

/** One of mine: renamed at will, removed with the password. */
export function OwnPasskey({ passkey }: { readonly passkey: components['schemas']['ListedPasskey'] }) {
  const { id, name, createdAt, lastUsedAt } = passkey;
  const { t } = useTranslation();
  const [form] = Form.useForm<Given>();
  const [open, setOpen] = useState<'rename' | 'remove' | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const rename = useRenamePasskey(id);
  const remove = useRemovePasskey(id);
  const toggle = (what: 'rename' | 'remove') => () => {
    setProblem(null);
    setOpen(open === what ? null : what);
  };
  const onError = (error: Error): void => {
    setProblem(sayAtFields(form, error, (parts) => parts));
  };
  return (
    <li>
      <strong>{name}</strong>
      <p className="muted" style={{ marginBlock: 4 }}>
        {t('factor.passkeyAdded', { at: localTime(createdAt) })}{' '}
        {lastUsedAt === null ? t('factor.passkeyUnused') : t('factor.passkeyUsed', { at: localTime(lastUsedAt) })}
      </p>
      <Space wrap>
        <Button size="small" aria-expanded={open === 'rename'} onClick={toggle('rename')}>
          {t('factor.passkeyRename')}
        </Button>
        <Button size="small" aria-expanded={open === 'remove'} onClick={toggle('remove')}>
          {t('factor.passkeyRemove')}
        </Button>
      </Space>
      {open !== null && (
        <Form<Given>
          form={form}
          name={`${open}-${id}`}
          layout="vertical"
          requiredMark={false}
          initialValues={{ name }}
          style={{ marginTop: 12 }}
          onFinish={(given) => {
            setProblem(null);
            if (open === 'remove') remove.mutate({ current: given.current }, { onError });
            else rename.mutate({ name: given.name }, { onError, onSuccess: toggle('rename') });
          }}
        >
          {problem !== null && <Alert type="error" showIcon role="alert" title={problem} />}
          {open === 'rename' ? (
            <PasskeyName />
          ) : (
            <Form.Item label={t('factor.current')} name="current" extra={t('factor.passkeyRemoveHow')}>
              <Input.Password autoComplete="current-password" maxLength={200} />
            </Form.Item>
          )}
          <Button type="primary" htmlType="submit" loading={rename.isPending || remove.isPending}>
            {t(open === 'rename' ? 'factor.passkeyRenameGo' : 'factor.passkeyRemoveGo')}
          </Button>
        </Form>
      )}
    </li>
  );
}
