import { Button } from 'antd';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../../api/session.js';
import { lazily } from '../../../components/parts/lazily.js';
import type { ExecutionOf } from './execution-figures.js';

const MAY_ENTER: readonly string[] = ['performance-office', 'department-head'];

/** Loaded when it is asked for: most who look at a sheet enter nothing. */
const ExecutionDialog = lazily(async () => (await import('./execution-dialog.js')).default);

/** 预算执行, entered beside the targets by those who answer for the money. */
export function EnterExecution(props: ExecutionOf) {
  const { t } = useTranslation();
  const { data: session } = useSession();
  const [isOpen, setOpen] = useState(false);
  if (!MAY_ENTER.includes(session?.user.role ?? '')) return null;
  return (
    <>
      <Button
        size="small"
        onClick={() => {
          setOpen(true);
        }}
      >
        {t('execution.enter')}
      </Button>
      {isOpen && (
        <Suspense>
          <ExecutionDialog
            {...props}
            onClose={() => {
              setOpen(false);
            }}
          />
        </Suspense>
      )}
    </>
  );
}
