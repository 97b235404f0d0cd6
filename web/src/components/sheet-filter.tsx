import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { SHEET_KINDS } from '@domain/indicator.js';
import { DepartmentSelect } from './department-select.js';
import { useAddress } from '../period/use-address.js';

/** Which sheets are looked at: by department and kind. */
export function useSheetFilter() {
  const { address, choose } = useAddress();
  const kind = SHEET_KINDS.find((one) => one === address.get('kind'));
  return { departmentId: address.get('department') ?? undefined, kind, choose };
}

export function SheetFilter() {
  const { t } = useTranslation();
  const { departmentId, kind, choose } = useSheetFilter();
  return (
    <>
      <DepartmentSelect
        value={departmentId}
        onChange={(value) => {
          choose({ department: value });
        }}
      />
      <Select
        allowClear
        aria-label={t('filter.kind')}
        placeholder={t('filter.kind')}
        value={kind}
        style={{ width: 130 }}
        options={SHEET_KINDS.map((value) => ({ value, label: t(`filter.kinds.${value}`) }))}
        onChange={(value?: string) => {
          choose({ kind: value });
        }}
      />
    </>
  );
}
