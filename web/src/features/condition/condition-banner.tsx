import type { Language } from '@domain/domain-error.js';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { useTroubles } from '../../api/system.js';
import { MailServerFails } from './mail-server-fails.js';

const RELAY = 'mail-server-fails';

/** Tells whoever runs the machine what is wrong with it and what to do, on every page while that is so. */
export function ConditionBanner() {
  const { t, i18n } = useTranslation();
  const language = i18n.language as Language;
  const { data } = useTroubles();
  if (!data || data.items.length === 0) return null;
  const isError = data.items.some(({ severity }) => severity === 'error');
  return (
    <Alert
      type={isError ? 'error' : 'warning'}
      banner
      title={t('condition.title')}
      description={data.items.map(({ code, message, remedy }) => (
        <div key={`${code} ${message.en}`}>
          <strong>{code === RELAY ? t('condition.relayFails') : message[language]}</strong>
          {code === RELAY ? <MailServerFails /> : <div className="muted">{remedy[language]}</div>}
        </div>
      ))}
    />
  );
}
