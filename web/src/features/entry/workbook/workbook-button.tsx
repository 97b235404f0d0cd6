import { Button } from 'antd';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { lazily } from '../../../components/parts/lazily.js';
import { useAddress } from '../../../period/use-address.js';

const WorkbookDialog = lazily(async () => (await import('./workbook-dialog.js')).WorkbookDialog);

interface WorkbookButtonProps {
  readonly month: string;
  readonly departmentId: string | undefined;
}

/** The month as a workbook: out to fill in, and back in. It stands in the address, so that other pages lead here. */
export function WorkbookButton({ month, departmentId }: WorkbookButtonProps) {
  const { t } = useTranslation();
  const { address, choose } = useAddress();
  return (
    <>
      <Button
        onPointerEnter={WorkbookDialog.preload}
        onClick={() => {
          choose({ workbook: 'open' });
        }}
      >
        {t('workbook.button')}
      </Button>
      {address.get('workbook') === 'open' && (
        <Suspense>
          <WorkbookDialog
            key={month}
            month={month}
            departmentId={departmentId}
            onClose={() => {
              choose({ workbook: undefined });
            }}
          />
        </Suspense>
      )}
    </>
  );
}
