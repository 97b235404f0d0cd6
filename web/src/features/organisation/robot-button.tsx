import { Button, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contact } from '../../api/organisation.js';
import { ContactRobot } from './contact-robot.js';

/** A dialog of its own: what is given there is kept by its own button, and by no other. */
export function RobotButton({ contact: { id, name } }: { readonly contact: Contact }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const toggle = (): void => {
    setOpen(!isOpen);
  };
  return (
    <>
      <Button size="small" aria-label={t('organisation.robotOf', { name })} onClick={toggle}>
        {t('organisation.robotShort')}
      </Button>
      {isOpen && (
        <Modal open title={t('organisation.robotOf', { name })} footer={null} onCancel={toggle}>
          <ContactRobot contactId={id} />
        </Modal>
      )}
    </>
  );
}
