import { Button, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Session } from '../../api/session.js';
import { PasswordForm } from './password-form.js';

/** My password, changed whenever I like; nobody has one here who signs in at the OpenID provider. */
export function OwnPassword({ user: { username }, passwordRules, hasPassword }: Session) {
  const { t } = useTranslation();
  const [stage, setStage] = useState<'open' | 'done' | null>(null);
  if (!hasPassword) return null;
  return (
    <section aria-label={t('session.password')}>
      <h3>{t('session.password')}</h3>
      {stage === 'done' && (
        <p role="status" className="light-green">
          ✓ {t('session.changed')}
        </p>
      )}
      <Button
        onClick={() => {
          setStage('open');
        }}
      >
        {t('session.changePassword')}
      </Button>
      {stage === 'open' && (
        <Modal
          open
          title={t('session.changePassword')}
          footer={null}
          onCancel={() => {
            setStage(null);
          }}
        >
          <p>{t('session.changeHow')}</p>
          <PasswordForm
            username={username}
            rules={passwordRules}
            send={t('session.changePassword')}
            onDone={() => {
              setStage('done');
            }}
          />
        </Modal>
      )}
    </section>
  );
}
