import { useTranslation } from 'react-i18next';
import { MANAGERS } from '@domain/roles.js';
import { useSession } from '../../../api/session.js';
import type { TargetSheet } from '../../../api/types.js';
import { Opens } from '../../../components/opens.js';
import { lazily } from '../../../components/parts/lazily.js';

const CommitmentDialog = lazily(async () => (await import('./commitment-dialog.js')).default);

/** 承诺事项, for those who answer for the sheet. */
export function AddCommitment({ sheet }: { readonly sheet: TargetSheet }) {
  const { t } = useTranslation();
  const role = useSession().data?.user.role;
  if (!MANAGERS.some((one) => one === role)) return null;
  return (
    <Opens size="middle" label={t('commitment.add')}>
      {(close) => <CommitmentDialog sheet={sheet} onClose={close} />}
    </Opens>
  );
}
