import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { MANAGERS } from '@domain/roles.js';
import { useAskNow } from '../../api/reminders.js';
import { useSession } from '../../api/session.js';
import { listed } from '../../components/listed.js';

interface AskNowProps {
  readonly indicatorId: string;
  readonly name: string;
  readonly month: string;
}

/** Reminds whoever owes the entry now; each person of one entry at most once a day. */
export function AskNow({ indicatorId, name, month }: AskNowProps) {
  const { t } = useTranslation();
  const role = useSession().data?.user.role;
  const ask = useAskNow();
  if (!MANAGERS.some((one) => one === role)) return null;
  if (ask.data) return <span role="status">✓ {t('months.asked', { names: listed(ask.data.told) })}</span>;
  return (
    <>
      <Button
        size="small"
        autoInsertSpace={false}
        loading={ask.isPending}
        aria-label={t('months.askOf', { name })}
        onClick={() => {
          ask.mutate({ indicatorId, month });
        }}
      >
        {t('months.ask')}
      </Button>
      {ask.error && (
        <div role="alert" className="entry-wrong small">
          {ask.error.message}
        </div>
      )}
    </>
  );
}
