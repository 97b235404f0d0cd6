import { Alert, Button, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Confirmed } from '../../api/confirmed.js';
import { useEndEverybody } from '../../api/access.js';
import { SentForm } from '../../components/sent-form.js';
import { CurrentPassword } from '../shown/confirming/current-password.js';

/** For when it is not known who has come in: everybody signs in again, but whoever presses this. */
export function EndEverybody() {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const end = useEndEverybody();
  const toggle = (): void => {
    end.reset();
    setOpen(!open);
  };
  return (
    <>
      <Button onClick={toggle}>{t('users.endEverybody')}</Button>
      {open && (
        <Modal open title={t('users.endEverybody')} footer={null} onCancel={toggle}>
          <p>{t('users.endEverybodyHow')}</p>
          {end.data ? (
            <Alert type="success" showIcon role="status" title={t('users.everybodyEnded', { count: end.data.ended })} />
          ) : (
            <SentForm<Confirmed>
              send={t('users.endEverybodyGo')}
              pending={end.isPending}
              onGiven={(given, onError) => {
                end.mutate(given, { onError });
              }}
            >
              <CurrentPassword />
            </SentForm>
          )}
        </Modal>
      )}
    </>
  );
}
