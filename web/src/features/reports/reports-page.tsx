import { useTranslation } from 'react-i18next';
import { Page } from '../../components/page.js';
import { BatchPanel } from './batches/batch-panel.js';
import { IssuedList } from './issued/issued-list.js';
import { SheetChoice } from './issued/sheet-choice.js';
import { ReportTools } from './report-tools.js';
import { IssuedSubject } from './subject/issued-subject.js';
import { ManagedSubject } from './subject/managed-subject.js';
import { useReportChoice } from './use-report-choice.js';
import './reports.css';

/** Official forms and scoring reports: seen beforehand, issued, fetched, compared; of one sheet or of all at once. */
export function ReportsPage() {
  const { t } = useTranslation();
  const choice = useReportChoice();
  const { subject, mayIssue } = choice;
  const key = subject && JSON.stringify(subject); // what was typed or chosen for one is not for another
  return (
    <Page
      title={t('reports.title')}
      hint={t(mayIssue ? 'reports.hint' : 'reports.hintToRead')}
      tools={<ReportTools {...choice} />}
    >
      <div className={mayIssue ? 'reports' : 'stack'}>
        <div className="stack">
          {subject && mayIssue && <ManagedSubject key={key} subject={subject} />}
          {subject && !mayIssue && <IssuedSubject key={key} subject={subject} />}
          {!choice.sheetId && <IssuedList choice={choice} />}
          {!choice.sheetId && <SheetChoice choice={choice} />}
        </div>
        {mayIssue && <BatchPanel choice={choice} />}
      </div>
    </Page>
  );
}
