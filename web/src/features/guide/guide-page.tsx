import { useTranslation } from 'react-i18next';
import { useFirstSteps } from '../../api/first-steps.js';
import { Loaded } from '../../components/loaded.js';
import { Page } from '../../components/page.js';
import { FirstReminder } from './first-reminder.js';
import { StepList } from '../shown/first-steps/step-list.js';
import { MailTestForm } from '../shown/relay/mail-test-form.js';

/** What the performance office does first, and what is still open of it. */
export function GuidePage() {
  const { t } = useTranslation();
  const standing = useFirstSteps();
  return (
    <Page title={t('guide.title')} hint={t('guide.hint')}>
      <div className="stack">
        <section className="panel" aria-label={t('guide.title')}>
          <Loaded queries={{ standing }}>
            {({ standing: found }) => <StepList standing={found} mail={<MailTestForm last={found.mailTest} />} />}
          </Loaded>
        </section>
        <FirstReminder />
      </div>
    </Page>
  );
}
