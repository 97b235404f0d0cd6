import { useTranslation } from 'react-i18next';
import { useSession } from '../../api/session.js';
import type { TargetSheet } from '../../api/types.js';
import { Opens } from '../../components/opens.js';
import { lazily } from '../../components/parts/lazily.js';

const EditHead = lazily(async () => (await import('./head/edit-head.js')).default);
const PolicyDialog = lazily(async () => (await import('./policy/policy-dialog.js')).default);

interface SheetToolsProps {
  readonly sheet: TargetSheet;
  readonly asOf: string;
}

/** What the performance office changes of a sheet as a whole. */
export function SheetTools({ sheet, asOf }: SheetToolsProps) {
  const { t } = useTranslation();
  if (useSession().data?.user.role !== 'performance-office') return null;
  return (
    <>
      <Opens size="middle" label={t('sheetHead.change')}>
        {(close) => <EditHead sheet={sheet} onClose={close} />}
      </Opens>
      <Opens size="middle" label={t('sheetPolicy.change')}>
        {(close) => <PolicyDialog sheet={sheet} asOf={asOf} onClose={close} />}
      </Opens>
    </>
  );
}
