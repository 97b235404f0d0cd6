import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { GridMonth } from '../../api/months.js';
import { Panel } from '../../components/panel.js';
import { monthName } from '../../period/month-name.js';
import { MonthChecklist } from './month-checklist.js';
import { MonthFacts } from './month-facts.js';
import { useMayDecide } from './use-may-decide.js';

/** The month that needs something first, where there is but one department: nobody has to look for it. */
export function FirstMonth({ month, onDecide }: { readonly month: GridMonth; readonly onDecide: () => void }) {
  const { t } = useTranslation();
  const mayDecide = useMayDecide();
  return (
    <Panel
      title={t('months.needs', { month: monthName(month.month) })}
      tools={
        mayDecide && (
          <Button size="small" onClick={onDecide}>
            {t('months.decide', { month: monthName(month.month) })}
          </Button>
        )
      }
    >
      <div className="months-first">
        <div>
          <MonthChecklist month={month} />
        </div>
        <div>
          <MonthFacts month={month} />
        </div>
      </div>
    </Panel>
  );
}
