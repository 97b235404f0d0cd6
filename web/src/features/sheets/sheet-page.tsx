import { useTranslation } from 'react-i18next';
import type { Language } from '@domain/domain-error.js';
import { useParams } from 'react-router';
import { useIndicatorMonths } from '../../api/progress.js';
import { usePolicies, useSheetScore, useTargetSheet } from '../../api/queries.js';
import type { TargetSheet } from '../../api/types.js';
import { Loaded } from '../../components/loaded.js';
import { Page } from '../../components/page.js';
import { MonthSelect } from '../../period/month-select.js';
import { useMonthWithin } from '../../period/use-period.js';
import { SheetYears } from '../shown/sheet-years.js';
import { SheetTools } from './sheet-tools.js';
import { SheetView } from './sheet-view.js';
import { WorkbookLink } from './workbook-link.js';
import './sheets.css';

export function SheetPage() {
  const { id = '' } = useParams();
  const sheet = useTargetSheet(id);
  return sheet.data ? (
    <SheetOfMonth sheet={sheet.data} />
  ) : (
    <Page title="">
      <Loaded queries={{ sheet }}>{() => null}</Loaded>
    </Page>
  );
}

/** One sheet as of a month: where it stands, how it got there, what every indicator earns, what could still be. */
function SheetOfMonth({ sheet }: { readonly sheet: TargetSheet }) {
  const { t, i18n } = useTranslation();
  const { month, months, onMonth } = useMonthWithin(sheet.fiscalYear);
  const queries = {
    score: useSheetScore(sheet.id, month),
    progress: useIndicatorMonths({ year: sheet.fiscalYear, sheetId: sheet.id }),
    policies: usePolicies(),
  };
  const { project, department, responsibleName, policy, evidenceRequired } = sheet;
  const title = queries.policies.data?.items.find(({ name }) => name === policy)?.title;
  const facts = [
    department.name,
    t('period.ofYear', { year: sheet.fiscalYear }),
    responsibleName && t('sheets.responsible', { name: responsibleName }),
    title && t('sheets.policy', { policy: title[i18n.language as Language] }),
    evidenceRequired && t('sheetHead.evidence'),
  ];
  return (
    <Page
      title={project ?? t('shown.wholeDepartment')}
      above={[{ to: `/sheets?month=${month}`, name: t('shown.sheets') }]}
      hint={facts.filter(Boolean).join(' · ')}
      tools={
        <>
          <SheetTools sheet={sheet} asOf={month} />
          <WorkbookLink id={sheet.id} name={project ?? t('shown.wholeDepartment')} />
          <SheetYears sheet={sheet} />
          <MonthSelect {...{ month, months, onMonth }} />
        </>
      }
    >
      <Loaded queries={queries}>
        {({ score, progress, policies }) => (
          <SheetView
            sheet={sheet}
            score={score}
            months={progress.items}
            policy={policies.items.find(({ name }) => name === score.policy.name)}
          />
        )}
      </Loaded>
    </Page>
  );
}
