import { useTranslation } from 'react-i18next';
import type { Confirmed } from '../../../api/confirmed.js';
import { useEndTotp } from '../../../api/second-factor.js';
import { SentForm } from '../../../components/sent-form.js';
import { CurrentPassword } from '../../shown/confirming/current-password.js';
import { CodeField } from './code-field.js';

/** With the password and a code. */
export function EndTotp() {
  const { t } = useTranslation();
  const end = useEndTotp();
  return (
    <SentForm<Confirmed & { code: string }>
      send={t('factor.end')}
      pending={end.isPending}
      onGiven={(given, onError) => {
        end.mutate(given, { onError });
      }}
    >
      <p className="muted">{t('factor.endHow')}</p>
      <CurrentPassword />
      <CodeField />
    </SentForm>
  );
}
