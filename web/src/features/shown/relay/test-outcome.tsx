import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { MailTest } from '../../../api/system.js';

/** What the mail server said to a test mail, in words. */
export function TestOutcome({ test }: { readonly test: MailTest }) {
  const { t } = useTranslation();
  const { outcome, phase, reply, hasRelay } = test;
  const isSent = outcome === 'sent';
  const kind = isSent && !hasRelay ? 'file' : outcome;
  const type = isSent ? (hasRelay ? 'success' : 'warning') : 'error';
  const words = t(`relay.outcome.${kind}`, { phase: phase ? t(`relay.phase.${phase}`) : '' });
  return (
    <Alert
      type={type}
      showIcon
      role="status"
      title={words}
      description={reply !== null && !isSent && t('relay.said', { reply })}
    />
  );
}
