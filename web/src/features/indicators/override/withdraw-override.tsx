import { Button, Popconfirm } from 'antd';
import { useTranslation } from 'react-i18next';
import { type Override, useWithdrawOverride } from '../../../api/indicators.js';
import { monthName } from '../../../period/month-name.js';

interface WithdrawOverrideProps {
  readonly indicatorId: string;
  readonly stored: Override;
  readonly asOf: string;
  readonly formula: string;
}

/** The formula's points count again. */
export function WithdrawOverride({ indicatorId, stored, asOf, formula }: WithdrawOverrideProps) {
  const { t } = useTranslation();
  const withdraw = useWithdrawOverride(indicatorId);
  return (
    <>
      <Popconfirm
        title={t('override.withdrawConfirm', { month: monthName(asOf), formula })}
        okText={t('override.withdraw')}
        onConfirm={() => {
          withdraw.mutate(stored);
        }}
      >
        <Button size="small" autoInsertSpace={false} loading={withdraw.isPending} className="no-print">
          {t('override.withdraw')}
        </Button>
      </Popconfirm>
      {withdraw.error && (
        <span role="alert" className="entry-wrong small">
          {withdraw.error.message}
        </span>
      )}
    </>
  );
}
