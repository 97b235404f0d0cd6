import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { useBudget } from '../../../api/budget.js';
import { Loaded } from '../../../components/loaded.js';
import { monthName } from '../../../period/month-name.js';
import { BudgetHistory } from './budget-history.js';
import type { ExecutionOf } from './execution-figures.js';
import { ExecutionForm } from './execution-form.js';

interface ExecutionDialogProps extends ExecutionOf {
  readonly onClose: () => void;
}

/** A month's figures as they are stored, to be entered or changed. */
export default function ExecutionDialog({ sheetId, month, planned, onClose }: ExecutionDialogProps) {
  const { t } = useTranslation();
  const budget = useBudget(sheetId, month);
  return (
    <Modal open title={t('execution.title', { month: monthName(month) })} footer={null} onCancel={onClose}>
      <Loaded queries={{ budget }}>
        {({ budget: stored }) => (
          <>
            <ExecutionForm {...{ sheetId, month, planned, stored, onSaved: onClose }} />
            {stored && <BudgetHistory sheetId={sheetId} month={month} />}
          </>
        )}
      </Loaded>
    </Modal>
  );
}
