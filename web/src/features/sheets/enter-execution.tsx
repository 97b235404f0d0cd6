import { Button, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useBudget } from '../../api/budget.js';
import { useSession } from '../../api/session.js';
import { Loaded } from '../../components/loaded.js';
import { ExecutionForm } from './execution-form.js';

interface EnterExecutionProps {
  readonly sheetId: string;
  readonly month: string;
  readonly planned: string | null;
}

const MAY_ENTER: readonly string[] = ['performance-office', 'department-head'];

/** 预算执行, entered beside the targets by those who answer for the money. */
export function EnterExecution(props: EnterExecutionProps) {
  const { t } = useTranslation();
  const { data: session } = useSession();
  const [isOpen, setOpen] = useState(false);
  if (!MAY_ENTER.includes(session?.user.role ?? '')) return null;
  const close = (): void => {
    setOpen(false);
  };
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
        <Modal open title={t('execution.title', { month: props.month })} footer={null} onCancel={close}>
          <StoredExecution {...props} onSaved={close} />
        </Modal>
      )}
    </>
  );
}

function StoredExecution(props: EnterExecutionProps & { readonly onSaved: () => void }) {
  const budget = useBudget(props.sheetId, props.month);
  return <Loaded queries={{ budget }}>{({ budget: stored }) => <ExecutionForm {...props} stored={stored} />}</Loaded>;
}
