import { Segmented, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useTargetSheets } from '../../api/queries.js';
import { DepartmentSelect } from '../../components/department-select.js';
import { PeriodSelect } from '../../period/period-select.js';
import { KINDS, type ReportChoice } from './use-report-choice.js';

const BY_NAME = { optionFilterProp: 'label' } as const;

/** Which report: its kind, whose, and of which month. */
export function ReportTools({ period, kind, departmentId, sheetId, choose }: ReportChoice) {
  const { t } = useTranslation();
  return (
    <>
      <Segmented
        className="reports-kind"
        aria-label={t('reports.kind')}
        value={kind}
        options={KINDS.map((value) => ({ value, label: t(`reports.kinds.${value}`) }))}
        onChange={(value) => {
          choose({ kind: value });
        }}
      />
      <DepartmentSelect
        value={departmentId}
        onChange={(value) => {
          choose({ department: value, sheet: undefined });
        }}
      />
      {departmentId !== undefined && (
        <SheetSelect
          departmentId={departmentId}
          year={period.year}
          value={sheetId}
          onChange={(value) => {
            choose({ department: departmentId, sheet: value });
          }}
        />
      )}
      <PeriodSelect {...period} />
    </>
  );
}

interface SheetSelectProps {
  readonly departmentId: string;
  readonly year: number;
  readonly value: string | undefined;
  readonly onChange: (value?: string) => void;
}

function SheetSelect({ departmentId, year, value, onChange }: SheetSelectProps) {
  const { t } = useTranslation();
  const { data, isPending } = useTargetSheets({ departmentId, year });
  const options = (data?.items ?? []).map(({ id, project }) => ({
    value: id,
    label: project ?? t('shown.wholeDepartment'),
  }));
  return (
    <Select
      allowClear
      showSearch={BY_NAME}
      loading={isPending}
      aria-label={t('reports.sheet')}
      placeholder={t('reports.sheet')}
      value={options.some((option) => option.value === value) ? value : undefined}
      className="reports-sheet"
      options={options}
      onChange={onChange}
    />
  );
}
