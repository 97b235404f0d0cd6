import { Button, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Confirmed } from '../../../../api/confirmed.js';
import { useRemovePasskey, useRenamePasskey } from '../../../../api/passkeys.js';
import type { components } from '../../../../api/schema.js';
import { SentForm } from '../../../../components/sent-form.js';
import { localTime } from '../../../../period/local-time.js';
import { CurrentPassword } from '../../../shown/confirming/current-password.js';
import { PasskeyName } from './passkey-name.js';

/** One of mine: renamed at will, removed with the password. */
export function OwnPasskey({ passkey }: { readonly passkey: components['schemas']['ListedPasskey'] }) {
  const { id, name, createdAt, lastUsedAt } = passkey;
  const { t } = useTranslation();
  const [open, setOpen] = useState<'rename' | 'remove' | null>(null);
  const rename = useRenamePasskey(passkey);
  const remove = useRemovePasskey(id);
  const toggle = (what: 'rename' | 'remove') => () => {
    setOpen(open === what ? null : what);
  };
  return (
    <li>
      <strong>{name}</strong>
      <p className="muted" style={{ marginBlock: 4 }}>
        {t('factor.passkeyAdded', { at: localTime(createdAt) })}{' '}
        {lastUsedAt === null ? t('factor.passkeyUnused') : t('factor.passkeyUsed', { at: localTime(lastUsedAt) })}
      </p>
      <Space wrap style={{ marginBottom: 12 }}>
        <Button size="small" aria-expanded={open === 'rename'} onClick={toggle('rename')}>
          {t('factor.passkeyRename')}
        </Button>
        <Button size="small" aria-expanded={open === 'remove'} onClick={toggle('remove')}>
          {t('factor.passkeyRemove')}
        </Button>
      </Space>
      {open === 'rename' && (
        <SentForm<{ name: string }>
          name={`rename-${id}`}
          send={t('factor.passkeyRenameGo')}
          pending={rename.isPending}
          initialValues={{ name }}
          onGiven={(given, onError) => {
            rename.mutate(given, { onError, onSuccess: toggle('rename') });
          }}
        >
          <PasskeyName />
        </SentForm>
      )}
      {open === 'remove' && (
        <SentForm<Confirmed>
          name={`remove-${id}`}
          send={t('factor.passkeyRemoveGo')}
          pending={remove.isPending}
          onGiven={(given, onError) => {
            remove.mutate(given, { onError });
          }}
        >
          <CurrentPassword extra={t('factor.passkeyRemoveHow')} />
        </SentForm>
      )}
    </li>
  );
}
