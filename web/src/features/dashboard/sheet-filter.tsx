import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { TargetSheetSummary } from '../../api/types.js';

const BY_NAME = { optionFilterProp: 'label' } as const;

/** Which sheets are looked at: by department and kind, kept in the address. */
export function useSheetFilter() {
  const [address, setAddress] = useSearchParams();
  const department = address.get('department');
  const kind = address.get('kind');
  const choose = (name: string, value: string | undefined): void => {
    setAddress((before) => {
      const next = new URLSearchParams(before);
      if (value === undefined) next.delete(name);
      else next.set(name, value);
      return next;
    });
  };
  const isShown = (sheet: Pick<TargetSheetSummary, 'departmentId' | 'project'>): boolean =>
    (department === null || sheet.departmentId === department) &&
    (kind === null || (kind === 'project') === (sheet.project !== null));
  return { department, kind, choose, isShown };
}

export function SheetFilter({ sheets }: { readonly sheets: readonly TargetSheetSummary[] }) {
  const { t } = useTranslation();
  const { department, kind, choose } = useSheetFilter();
  const departments = [...new Map(sheets.map((sheet) => [sheet.departmentId, sheet.department.name]))];
  return (
    <>
      {departments.length > 1 && (
        <Select
          allowClear
          showSearch={BY_NAME}
          aria-label={t('users.department')}
          placeholder={t('users.department')}
          value={department}
          style={{ width: 200 }}
          options={departments.map(([value, label]) => ({ value, label }))}
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
        options={[
          { value: 'department', label: t('dashboard.wholeDepartments') },
          { value: 'project', label: t('dashboard.projects') },
        ]}
        onChange={(value?: string) => {
          choose('kind', value);
        }}
      />
    </>
  );
}
