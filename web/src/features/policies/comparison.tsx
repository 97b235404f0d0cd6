import { Empty } from 'antd';
import { useTranslation } from 'react-i18next';
import { useComparison, type WrittenRules } from '../../api/policies.js';
import { Loaded } from '../../components/loaded.js';
import { useSheetFilter } from '../../components/sheet-filter.js';
import { ComparedTable } from './compared-table.js';
import { ComparedTotals } from './compared-totals.js';

interface ComparisonProps {
  /** By name, or as somebody writes it. */
  readonly policy: string | WrittenRules;
  readonly asOf: string;
}

/** What other rules would change for the sheets that are looked at; nothing is stored. */
export function Comparison({ policy, asOf }: ComparisonProps) {
  const { t } = useTranslation();
  const { departmentId, kind } = useSheetFilter();
  const comparison = useComparison({ asOf, ...(departmentId && { departmentId }), ...(kind && { kind }) }, policy);
  return (
    <Loaded queries={{ comparison }}>
      {({ comparison: { items } }) =>
        items.length === 0 ? (
          <Empty description={t('shown.noSheets')} />
        ) : (
          <>
            <ComparedTotals sheets={items} asOf={asOf} />
            <ComparedTable sheets={items} asOf={asOf} />
          </>
        )
      }
    </Loaded>
  );
}
