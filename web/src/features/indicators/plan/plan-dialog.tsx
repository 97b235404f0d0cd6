import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { type Indicator, type Milestone, usePlanIndicator } from '../../../api/indicators.js';
import { decimal } from '../../../components/decimal.js';
import { listed } from '../../../components/listed.js';
import { VersionedForm } from '../../../components/versioned-form.js';
import { monthName } from '../../../period/month-name.js';
import { PlanFields } from '../../shown/plan/plan-fields.js';

interface PlanDialogProps {
  readonly indicator: Indicator;
  readonly onClose: () => void;
}

/** The plan by months of one indicator, as a whole. */
export default function PlanDialog({ indicator, onClose }: PlanDialogProps) {
  const { t } = useTranslation();
  const plan = usePlanIndicator(indicator.id);
  const { name, sheet, unit, target, milestones, version } = indicator;
  const words = (planned: readonly Milestone[]): string =>
    planned.length === 0
      ? t('indicatorPlan.emptied')
      : listed(
          planned.map((one) =>
            t('indicatorPlan.row', { month: monthName(one.month, 'short'), target: decimal(one.target) }),
          ),
        );
  return (
    <Modal open title={t('indicatorPlan.dialog', { name })} footer={null} onCancel={onClose}>
      <p className="muted">{t('plan.hint', { target: target === null ? '—' : decimal(target) })}</p>
      <p>{t('indicatorPlan.does')}</p>
      <VersionedForm<{ milestones: Milestone[] }, Indicator>
        version={version}
        send={t('indicatorPlan.save')}
        pending={plan.isPending}
        initialValues={{ milestones: milestones.map((one) => ({ ...one })) }}
        theirs={(stored) => t('indicatorPlan.theirs', { plan: words(stored.milestones) })}
        onGiven={({ milestones: given }, seen, onError) => {
          const planned = given.map((one) => ({ month: one.month, target: one.target.trim() }));
          plan.mutate({ version: seen, milestones: planned }, { onSuccess: onClose, onError });
        }}
      >
        <PlanFields name={['milestones']} fiscalYear={sheet.fiscalYear} unit={unit} />
      </VersionedForm>
    </Modal>
  );
}
