import { Button, Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { useEvidenceChecklist } from '../../api/evidence-checklist.js';
import { useSession } from '../../api/session.js';
import { DepartmentSelect } from '../../components/department-select.js';
import { Loaded } from '../../components/loaded.js';
import { Page } from '../../components/page.js';
import { monthName } from '../../period/month-name.js';
import { PeriodSelect } from '../../period/period-select.js';
import { useAddress } from '../../period/use-address.js';
import { usePeriod } from '../../period/use-period.js';
import { ChecklistTable } from './checklist-table.js';
import './checklist.css';

/** Which evidence a month has and lacks, for a section or the office; to be printed and ticked. */
export function ChecklistPage() {
  const { t } = useTranslation();
  const { address, choose } = useAddress();
  const period = usePeriod();
  const isReporter = useSession().data?.user.role === 'reporter';
  const departmentId = address.get('department') ?? undefined;
  const whose = isReporter && address.get('whose') !== 'all' ? 'mine' : 'all';
  const isOpenOnly = address.get('show') !== 'all';
  const checklist = useEvidenceChecklist({ month: period.month, departmentId, whose });
  return (
    <Page
      title={t('checklist.title')}
      hint={t('checklist.hint', { month: monthName(period.month) })}
      tools={
        <>
          {isReporter && (
            <Checkbox
              checked={whose === 'mine'}
              onChange={({ target }) => {
                choose({ whose: target.checked ? undefined : 'all' });
              }}
            >
              {t('checklist.mine')}
            </Checkbox>
          )}
          <Checkbox
            checked={isOpenOnly}
            onChange={({ target }) => {
              choose({ show: target.checked ? undefined : 'all' });
            }}
          >
            {t('checklist.onlyOpen')}
          </Checkbox>
          <DepartmentSelect
            value={departmentId}
            onChange={(value) => {
              choose({ department: value });
            }}
          />
          <PeriodSelect {...period} />
          <Button
            onClick={() => {
              print();
            }}
          >
            {t('checklist.print')}
          </Button>
        </>
      }
    >
      <Loaded queries={{ checklist }}>
        {({ checklist: { items } }) => (
          <ChecklistTable key={period.month} items={items} month={period.month} isOpenOnly={isOpenOnly} />
        )}
      </Loaded>
    </Page>
  );
}
