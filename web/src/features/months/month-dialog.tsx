import { Alert, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { type GridMonth, useDecideMonth } from '../../api/months.js';
import { useSession } from '../../api/session.js';
import { monthName } from '../../period/month-name.js';
import { MonthChecklist } from './month-checklist.js';
import { MonthFacts } from './month-facts.js';
import { ReopenForm } from './reopen-form.js';

interface MonthDialogProps {
  readonly department: string;
  readonly month: GridMonth;
  readonly onClose: () => void;
}

/** How a month stands, what it lacks, and the decision of the performance office about it. */
export function MonthDialog({ department, month, onClose }: MonthDialogProps) {
  const { t } = useTranslation();
  const { data: session } = useSession();
  const decide = useDecideMonth(month);
  const mayDecide = session?.user.role === 'performance-office';
  const isOpen = month.state === 'open' || month.state === 'late';
  const lacks = month.missing + month.waiting > 0;
  return (
    <Modal
      open
      title={t('months.dialog', { department, month: monthName(month.month) })}
      okText={t(lacks ? 'months.closeAnyway' : 'months.close')}
      confirmLoading={decide.isPending}
      onOk={() => {
        decide.mutate({ kind: 'close' }, { onSuccess: onClose });
      }}
      onCancel={onClose}
      {...(!(mayDecide && isOpen) && { footer: null })}
    >
      {decide.error && <Alert type="warning" showIcon role="alert" title={decide.error.message} />}
      <MonthFacts month={month} />
      {isOpen && <MonthChecklist month={month} />}
      {mayDecide && isOpen && <p className="muted">{t('months.closeHint')}</p>}
      {mayDecide && month.state === 'closed' && (
        <ReopenForm
          isBusy={decide.isPending}
          onReopen={(reason, openUntil) => {
            decide.mutate({ kind: 'reopen', reason, openUntil }, { onSuccess: onClose });
          }}
        />
      )}
    </Modal>
  );
}
