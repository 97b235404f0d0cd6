import { useState } from 'react';
import { READERS } from '@domain/roles.js';
import { useLiveScores } from '../api/live-scores.js';
import { useSession } from '../api/session.js';
import { DownloadsProvider } from '../components/download/downloads-provider.js';
import { Loaded } from '../components/loaded.js';
import { Page } from '../components/page.js';
import { Header } from './shell/header.js';
import { Shell } from './shell/shell.js';
import { PageRoutes } from './routes/routes.js';
import { SavingProvider } from '../features/entry/saving/saving-provider.js';
import { ConditionBanner } from '../features/condition/condition-banner.js';
import { AccountMenu } from '../features/session/account-menu.js';
import { ChangePasswordPage } from '../features/session/change-password-page.js';
import { PendingNotice } from '../features/session/pending-notice.js';
import { SecondFactorPage } from '../features/session/second-factor/second-factor-page.js';
import { SignInAgain } from '../features/session/sign-in-again.js';
import { SignInPage } from '../features/session/sign-in-page.js';

/** What stands between a visitor and the pages: signing in, a password of one's own, a second factor where it is demanded. */
export function SessionGate() {
  const session = useSession();
  const { data } = session;
  // Recovery codes are shown once: they stay until they have been kept, though nothing more is owed by then.
  const [adds, setAdds] = useState<string | null>(null);
  if (data?.mustAddSecondFactor && adds !== data.user.id) setAdds(data.user.id);
  const isOpen = data != null && !data.mustChangePassword && adds !== data.user.id;
  useLiveScores(isOpen && !data.hasEnded && READERS.includes(data.user.role));
  if (isOpen) {
    const { id, role } = data.user;
    return (
      // Around everything from where files are fetched: the pages, and the account in the head.
      <DownloadsProvider key={id}>
        <Shell
          role={role}
          account={<AccountMenu session={data} />}
          notice={
            <>
              {role === 'system-administrator' && <ConditionBanner />}
              {role !== 'security-administrator' && <PendingNotice />}
            </>
          }
        >
          <SavingProvider userId={id}>
            <PageRoutes role={role} />
          </SavingProvider>
        </Shell>
        {data.hasEnded && <SignInAgain {...data} />}
      </DownloadsProvider>
    );
  }
  return (
    <>
      <Header account={data && <AccountMenu session={data} />} />
      {data === undefined ? (
        <Page title="">
          <Loaded queries={{ session }}>{() => null}</Loaded>
        </Page>
      ) : data === null || data.hasEnded ? (
        <SignInPage />
      ) : data.mustChangePassword ? (
        <ChangePasswordPage {...data.user} rules={data.passwordRules} />
      ) : (
        <SecondFactorPage
          displayName={data.user.displayName}
          onDone={() => {
            setAdds(null);
          }}
        />
      )}
    </>
  );
}
