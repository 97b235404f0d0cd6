import { Alert, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type GridMonth, useDecideMonth } from '../../api/months.js';
import { localTime } from '../../period/local-time.js';
import { monthName } from '../../period/month-name.js';
import { MonthChecklist } from './month-checklist.js';
import { MonthFacts } from './month-facts.js';
import { isOpen } from './month-needs.js';
import { ReopenForm } from './reopen-form.js';
import { useMayDecide } from './use-may-decide.js';

interface MonthDialogProps {
  readonly department: string;
  /** As it is now. */
  readonly month: GridMonth;
  readonly onClose: () => void;
}

/**
 * How a month stands, what it lacks, and the decision of the performance office about it. What somebody else decides
 * meanwhile is told, and nothing is asked anew until it was read.
 */
export function MonthDialog({ department, month, onClose }: MonthDialogProps) {
  const { t } = useTranslation();
  const [seen, setSeen] = useState(month);
  const decide = useDecideMonth(seen);
  const mayDecide = useMayDecide();
  const { decision } = month;
  const isDecidedElsewhere = month.version !== seen.version && !decide.isPending && !decide.isSuccess;
  const lacks = month.missing + month.waiting > 0;
  const title = t('months.dialog', { department, month: monthName(month.month) });
  if (decision && mayDecide && isDecidedElsewhere) {
    const said = { actor: decision.actor, at: localTime(decision.decidedAt) };
    const goOn = (): void => {
      decide.reset();
      setSeen(month);
    };
    return (
      <Modal open title={title} okText={t('months.asItIs')} onOk={goOn} onCancel={onClose}>
        <Alert type="warning" showIcon role="alert" title={t(`months.meanwhile.${decision.state}`, said)} />
        <MonthFacts month={month} />
      </Modal>
    );
  }
  return (
    <Modal
      open
      width={640}
      title={title}
      okText={t(lacks ? 'months.closeAnyway' : 'months.close', { month: monthName(month.month) })}
      confirmLoading={decide.isPending}
      onOk={() => {
        decide.mutate({ kind: 'close' }, { onSuccess: onClose });
      }}
      onCancel={onClose}
      {...(!(mayDecide && isOpen(seen)) && { footer: null })}
    >
      {decide.error && <Alert type="warning" showIcon role="alert" title={decide.error.message} />}
      <MonthFacts month={month} />
      {isOpen(month) && <MonthChecklist month={month} />}
      {mayDecide && month.state === 'open' && month.missing > 0 && (
        <Alert
          type="warning"
          showIcon
          title={t('months.early', { at: localTime(month.dueAt), count: month.missing })}
        />
      )}
      {mayDecide && isOpen(seen) && <p className="muted">{t('months.closeHint')}</p>}
      {mayDecide && seen.state === 'closed' && (
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
