import { READERS } from '@domain/roles.js';
import { useLiveScores } from '../api/live-scores.js';
import { useSession } from '../api/session.js';
import { Loaded } from '../components/loaded.js';
import { Page } from '../components/page.js';
import { Header } from './shell/header.js';
import { Shell } from './shell/shell.js';
import { PageRoutes } from './routes/routes.js';
import { SavingProvider } from '../features/entry/saving/saving-provider.js';
import { ConditionBanner } from '../features/condition/condition-banner.js';
import { AccountMenu } from '../features/session/account-menu.js';
import { ChangePasswordPage } from '../features/session/change-password-page.js';
import { SignInPage } from '../features/session/sign-in-page.js';

/** What stands between a visitor and the pages: signing in, and a password of one's own. */
export function SessionGate() {
  const session = useSession();
  useLiveScores(session.data != null && !session.data.mustChangePassword && READERS.includes(session.data.user.role));
  if (session.data && !session.data.mustChangePassword) {
    const { id, role } = session.data.user;
    return (
      <Shell
        role={role}
        account={<AccountMenu session={session.data} />}
        notice={role === 'system-administrator' && <ConditionBanner />}
      >
        <SavingProvider key={id} userId={id}>
          <PageRoutes role={role} />
        </SavingProvider>
      </Shell>
    );
  }
  return (
    <>
      <Header account={session.data && <AccountMenu session={session.data} />} />
      {session.data === undefined ? (
        <Page title="">
          <Loaded queries={{ session }}>{() => null}</Loaded>
        </Page>
      ) : session.data === null ? (
        <SignInPage />
      ) : (
        <ChangePasswordPage displayName={session.data.user.displayName} username={session.data.user.username} />
      )}
    </>
  );
}
