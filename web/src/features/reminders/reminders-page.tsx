import { useTranslation } from 'react-i18next';
import { Loaded } from '../../components/loaded.js';
import { Page } from '../../components/page.js';
import { Panel } from '../../components/panel.js';
import { useFirstSteps } from '../../api/first-steps.js';
import { type ContactProblem, useContactProblems } from '../../api/reminders.js';
import { MailTestForm } from '../shown/relay/mail-test-form.js';
import { ProblemPanel } from '../shown/unreached/problem-panel.js';
import { ComingDays } from './coming-days.js';
import { Ledger } from './ledger.js';
import { Rules } from './rules.js';
import './reminders.css';

const isSilent = ({ problem }: ContactProblem): boolean => problem === 'never-reported';

/** Who is told what: in the days to come, by which rules, until now, and whom nothing reaches. */
export function RemindersPage() {
  const { t } = useTranslation();
  const standing = useFirstSteps();
  const problems = useContactProblems().data?.items ?? [];
  return (
    <Page title={t('reminders.title')} hint={t('reminders.hint')}>
      <div className="reminders">
        <Panel title={t('reminders.ahead')}>
          <ComingDays />
        </Panel>
        <Panel title={t('reminders.rules')}>
          <Rules />
        </Panel>
        <ProblemPanel title={t('unreached.title')} problems={problems.filter((one) => !isSilent(one))} />
        <ProblemPanel title={t('unreached.silent')} problems={problems.filter(isSilent)} />
        <Panel title={t('reminders.mailTest')}>
          <Loaded queries={{ standing }}>{(loaded) => <MailTestForm last={loaded.standing.mailTest} />}</Loaded>
        </Panel>
        <Panel title={t('reminders.ledger')} className="reminders-wide">
          <Ledger />
        </Panel>
      </div>
    </Page>
  );
}
