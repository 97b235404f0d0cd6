import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Ending } from '../../../api/access.js';
import { SentForm } from '../../../components/sent-form.js';
import { type Confirmed, CurrentPassword } from '../confirming/current-password.js';

interface EndButtonProps {
  /** What is to end. */
  readonly id: string;
  readonly label: string;
  /** Whether the password is asked for first. */
  readonly confirmed: boolean;
  readonly end: Ending;
}

/** Ends a way in, at once or once the password has been given again. */
export function EndButton({ id, label, confirmed, end }: EndButtonProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <div>
      {end.error && !confirmed && <Alert type="error" showIcon role="alert" title={end.error.message} />}
      <Button
        size="small"
        aria-expanded={confirmed ? open : undefined}
        loading={!confirmed && end.isPending}
        onClick={() => {
          if (confirmed) setOpen(!open);
          else end.mutate({ id });
        }}
      >
        {label}
      </Button>
      {open && (
        <div style={{ marginTop: 12 }}>
          <SentForm<Confirmed>
            name={`end-${id}`}
            send={t('access.endGo')}
            pending={end.isPending}
            onGiven={({ current }, onError) => {
              end.mutate(
                { id, current },
                {
                  onError,
                  onSuccess: () => {
                    setOpen(false);
                  },
                },
              );
            }}
          >
            <CurrentPassword />
          </SentForm>
        </div>
      )}
    </div>
  );
}
