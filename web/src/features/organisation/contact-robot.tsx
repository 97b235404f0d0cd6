import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRobot, useSetRobot } from '../../api/organisation.js';
import { Loaded } from '../../components/loaded.js';
import { RobotForm } from './robot-form.js';

/** The robot of a group chat through which a contact is reached instead of by mail. */
export function ContactRobot({ contactId }: { readonly contactId: string }) {
  const { t } = useTranslation();
  const robot = useRobot(contactId);
  const remove = useSetRobot(contactId);
  const [isOpen, setOpen] = useState(false);
  const open = (): void => {
    setOpen(true);
  };
  const close = (): void => {
    setOpen(false);
  };
  return (
    <section aria-label={t('organisation.robot')} className="organisation-robot">
      <Loaded queries={{ robot }}>
        {({ robot: known }) => (
          <>
            <p className="muted">
              {known
                ? t('organisation.robotAt', {
                    platform: t(`organisation.platform.${known.platform}`),
                    host: known.host,
                  })
                : t('organisation.robotNone')}
            </p>
            {remove.error && <Alert type="error" showIcon role="alert" title={remove.error.message} />}
            {isOpen ? (
              <RobotForm contactId={contactId} onDone={close} />
            ) : (
              <Button size="small" onClick={open}>
                {t(known ? 'organisation.robotReplace' : 'organisation.robotSet')}
              </Button>
            )}
            {known && !isOpen && (
              <Button
                danger
                size="small"
                loading={remove.isPending}
                onClick={() => {
                  remove.mutate(null);
                }}
              >
                {t('organisation.robotRemove')}
              </Button>
            )}
          </>
        )}
      </Loaded>
    </section>
  );
}
