import { Button, Modal } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import type { Confirmed } from '../../../api/confirmed.js';
import { SentForm } from '../../../components/sent-form.js';
import { CurrentPassword } from './current-password.js';

/** Told what became of it. */
export interface Outcome<Done> {
  readonly onSuccess: (done: Done) => void;
  readonly onError: (error: Error) => void;
}

interface ConfirmedButtonProps<Done> {
  /** Of the button here, of the dialog, and of the button in it. */
  readonly label: string;
  /** What it does, to whom, and what follows. */
  readonly children: ReactNode;
  readonly pending: boolean;
  readonly primary?: boolean;
  readonly act: (given: Confirmed, outcome: Outcome<Done>) => void;
  readonly onDone?: (done: Done) => void;
}

/** Does something once the password has been given again, in a dialog that says what. */
export function ConfirmedButton<Done>(props: ConfirmedButtonProps<Done>) {
  const { label, children, pending, primary = false, act, onDone } = props;
  const [open, setOpen] = useState(false);
  const name = useId(); // the page behind may ask for the password, too, and the label would be of that field
  const toggle = (): void => {
    setOpen(!open);
  };
  return (
    <>
      <Button size="small" type={primary ? 'primary' : 'default'} onClick={toggle}>
        {label}
      </Button>
      {open && (
        <Modal open title={label} footer={null} onCancel={toggle}>
          <div style={{ marginBlock: 12 }}>{children}</div>
          <SentForm<Confirmed>
            name={name}
            send={label}
            pending={pending}
            onGiven={(given, onError) => {
              act(given, {
                onError,
                onSuccess: (done) => {
                  setOpen(false);
                  onDone?.(done);
                },
              });
            }}
          >
            <CurrentPassword />
          </SentForm>
        </Modal>
      )}
    </>
  );
}
