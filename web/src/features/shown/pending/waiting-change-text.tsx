import { useTranslation } from 'react-i18next';
import type { WaitingChange } from '../../../api/pending-changes.js';
import { localTime } from '../../../period/local-time.js';
import { ChangeDetails } from './change-details.js';

/** What somebody asked for, and when it may be done. */
export function WaitingChangeText({ change }: { readonly change: WaitingChange }) {
  const { t } = useTranslation();
  const { kind, role, disables, name, askedBy, askedAt, effectiveAt } = change;
  const words = { name, askedBy, at: localTime(askedAt), role: role === null ? '' : t(`role.${role}`) };
  const ofAccount = disables ? 'pending.disabling' : role === null ? 'pending.change' : 'pending.role';
  const said = {
    account: 'pending.account',
    change: ofAccount,
    'password-reset': 'pending.reset',
    'second-factor-reset': 'pending.secondFactor',
  } as const;
  return (
    <>
      {t(said[kind], words)}
      <ChangeDetails change={change} />
      <div className="muted">
        {effectiveAt === null ? t('pending.needsOther') : t('pending.from', { at: localTime(effectiveAt) })}
      </div>
    </>
  );
}
