import { READERS } from '@domain/roles.js';
import { useState } from 'react';
import { useLiveScores } from '../api/live-scores.js';
import { type Session, useSession } from '../api/session.js';
import { Loaded } from '../components/loaded.js';
import { Page } from '../components/page.js';
import { Header } from './shell/header.js';
import { Shell } from './shell/shell.js';
import { PageRoutes } from './routes/routes.js';
import { SavingProvider } from '../features/entry/saving/saving-provider.js';
import { ConditionBanner } from '../features/condition/condition-banner.js';
import { AccountMenu } from '../features/session/account-menu.js';
import { ChangePasswordPage } from '../features/session/change-password-page.js';
import { SignInAgain } from '../features/session/sign-in-again.js';
import { SignInPage } from '../features/session/sign-in-page.js';

/** What stands between a visitor and the pages: signing in, and a password of one's own. */
export function SessionGate() {
  const session = useSession();
  const [last, setLast] = useState<Session | null>(null);
  if (session.data && session.data !== last) setLast(session.data);
  useLiveScores(session.data != null && !session.data.mustChangePassword && READERS.includes(session.data.user.role));
  const shown = session.data ?? last;
  if (shown && !shown.mustChangePassword) {
    const { id, role } = shown.user;
    return (
      <>
        <Shell
          key={id}
          role={role}
          account={<AccountMenu session={shown} />}
          notice={role === 'system-administrator' && <ConditionBanner />}
        >
          <SavingProvider userId={id}>
            <PageRoutes role={role} />
          </SavingProvider>
        </Shell>
        {!session.data && <SignInAgain />}
      </>
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
