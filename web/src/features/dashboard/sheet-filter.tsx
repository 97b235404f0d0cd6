import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { SHEET_KINDS } from '../../../../src/domain/indicator.js';

const BY_NAME = { optionFilterProp: 'label' } as const;

/** Which sheets are looked at: by department and kind, kept in the address. */
export function useSheetFilter() {
  const [address, setAddress] = useSearchParams();
  const choose = (name: 'department' | 'kind', value: string | undefined): void => {
    setAddress((before) => {
      const next = new URLSearchParams(before);
      if (value === undefined) next.delete(name);
      else next.set(name, value);
      return next;
    });
  };
  const kind = SHEET_KINDS.find((one) => one === address.get('kind'));
  return { departmentId: address.get('department') ?? undefined, kind, choose };
}

interface SheetFilterProps {
  readonly departments: readonly { readonly id: string; readonly name: string }[];
}

export function SheetFilter({ departments }: SheetFilterProps) {
  const { t } = useTranslation();
  const { departmentId, kind, choose } = useSheetFilter();
  return (
    <>
      {departments.length > 1 && (
        <Select
          allowClear
          showSearch={BY_NAME}
          aria-label={t('users.department')}
          placeholder={t('users.department')}
          value={departmentId}
          style={{ width: 200 }}
          options={departments.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(value?: string) => {
            choose('department', value);
          }}
        />
      )}
      <Select
        allowClear
        aria-label={t('dashboard.kind')}
        placeholder={t('dashboard.kind')}
        value={kind}
        style={{ width: 130 }}
        options={SHEET_KINDS.map((value) => ({ value, label: t(`dashboard.kinds.${value}`) }))}
        onChange={(value?: string) => {
          choose('kind', value);
        }}
      />
    </>
  );
}
