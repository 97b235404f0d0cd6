import { Button } from 'antd';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { MANAGERS } from '@domain/roles.js';
import { useSession } from '../../../api/session.js';
import { lazily } from '../../../components/parts/lazily.js';
import { useAddress } from '../../../period/use-address.js';

const MissingDialog = lazily(async () => (await import('./missing-dialog.js')).MissingDialog);

interface MissingButtonProps {
  readonly year: number;
  readonly search: string | undefined;
}

/** All that is missing of the departments that are shown: to export, and to ask for. */
export function MissingButton({ year, search }: MissingButtonProps) {
  const { t } = useTranslation();
  const { address, choose } = useAddress();
  const role = useSession().data?.user.role;
  if (!MANAGERS.some((one) => one === role)) return null;
  return (
    <>
      <Button
        onPointerEnter={MissingDialog.preload}
        onClick={() => {
          choose({ missing: 'open' });
        }}
      >
        {t('missing.button')}
      </Button>
      {address.get('missing') === 'open' && (
        <Suspense>
          <MissingDialog
            key={`${year} ${search ?? ''}`}
            year={year}
            search={search}
            onClose={() => {
              choose({ missing: undefined });
            }}
          />
        </Suspense>
      )}
    </>
  );
}
