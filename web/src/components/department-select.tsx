import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useDepartments } from '../api/organisation.js';

const BY_NAME = { optionFilterProp: 'label' } as const;

interface DepartmentSelectProps {
  readonly value: string | undefined;
  readonly onChange: (value?: string) => void;
}

/** One of the departments, or all; nothing for whoever sees only one. */
export function DepartmentSelect({ value, onChange }: DepartmentSelectProps) {
  const { t } = useTranslation();
  const departments = useDepartments().data?.items ?? [];
  if (departments.length < 2) return null;
  return (
    <Select
      allowClear
      showSearch={BY_NAME}
      aria-label={t('filter.department')}
      placeholder={t('filter.department')}
      value={value}
      style={{ width: 200 }}
      options={departments.map(({ id, name }) => ({ value: id, label: name }))}
      onChange={onChange}
    />
  );
}
