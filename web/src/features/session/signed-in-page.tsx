import { Result, Spin } from 'antd';
import { useTranslation } from 'react-i18next';
import { Navigate, Route, Routes } from 'react-router';
import { useSession } from '../../api/session.js';
import { LoadError } from '../../components/load-error.js';
import { Navigation } from '../../components/navigation.js';
import { EntryPage } from '../entry/entry-page.js';
import { ReviewPage } from '../review/review-page.js';
import { OverviewPage } from '../targets/overview-page.js';
import { ChangePasswordPage } from './change-password-page.js';
import { SignInPage } from './sign-in-page.js';

const ADMINISTRATORS: readonly string[] = ['system-administrator', 'security-administrator', 'auditor'];

/** What stands between a visitor and the pages: signing in, a new password, a role that sees targets. */
export function SignedInPage() {
  const { t } = useTranslation();
  const { data: session, error, isPending, refetch } = useSession();
  if (error)
    return (
      <main className="page">
        <LoadError error={error} onRetry={() => void refetch()} />
      </main>
    );
  if (isPending)
    return (
      <main className="page">
        <Spin description={t('loading')}>
          <div style={{ height: 200 }} />
        </Spin>
      </main>
    );
  if (!session) return <SignInPage />;
  if (session.mustChangePassword) return <ChangePasswordPage session={session} />;
  if (ADMINISTRATORS.includes(session.user.role))
    return (
      <main className="page">
        <Result status="info" title={t(`role.${session.user.role}`)} subTitle={t('session.administrator')} />
      </main>
    );
  return (
    <>
      <Navigation role={session.user.role} />
      <Routes>
        <Route path="/" element={<OverviewPage />} />
        <Route path="/entry" element={<EntryPage />} />
        <Route path="/review" element={<ReviewPage />} />
        <Route path="*" element={<Navigate to="/" replace />} />
      </Routes>
    </>
  );
}
