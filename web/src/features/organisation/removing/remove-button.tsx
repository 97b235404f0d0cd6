import { Alert, Button, Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';

interface RemoveButtonProps {
  readonly name: string;
  readonly error: Error | null;
  readonly isBusy: boolean;
  /** What stands in the way; null: nothing that is known. */
  readonly obstacle: string | null;
  readonly onRemove: (onSuccess: () => void) => void;
  /** What goes with it, and what stays: shown once it is open. */
  readonly children: ReactNode;
}

/** Deletes for good, after saying what hangs on it. */
export function RemoveButton({ name, error, isBusy, obstacle, onRemove, children }: RemoveButtonProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const close = (): void => {
    setOpen(false);
  };
  return (
    <>
      <Button
        size="small"
        autoInsertSpace={false}
        aria-label={t('removing.of', { name })}
        onClick={() => {
          setOpen(true);
        }}
      >
        {t('removing.button')}
      </Button>
      {open && (
        <Modal
          open
          title={t('removing.of', { name })}
          okText={t('removing.go')}
          okButtonProps={{ danger: true, disabled: obstacle !== null, loading: isBusy }}
          onOk={() => {
            onRemove(close);
          }}
          onCancel={close}
        >
          {error && <Alert type="error" showIcon role="alert" title={error.message} />}
          {obstacle !== null && <Alert type="warning" showIcon title={obstacle} />}
          <div style={{ marginBlock: 12 }}>{children}</div>
        </Modal>
      )}
    </>
  );
}
