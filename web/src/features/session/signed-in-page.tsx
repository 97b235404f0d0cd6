import { Spin } from 'antd';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, Route, Routes } from 'react-router';
import { useSession } from '../../api/session.js';
import { LoadError } from '../../components/load-error.js';
import { Navigation, pagesFor } from '../../components/navigation.js';
import { EntryPage } from '../entry/entry-page.js';
import { ReviewPage } from '../review/review-page.js';
import { OverviewPage } from '../targets/overview-page.js';
import { ChangePasswordPage } from './change-password-page.js';
import { SignInPage } from './sign-in-page.js';

// What one role needs is not loaded for the others.
const UsersPage = lazy(() => import('../users/users-page.js').then(({ UsersPage: page }) => ({ default: page })));
const AuditPage = lazy(() => import('../audit/audit-page.js').then(({ AuditPage: page }) => ({ default: page })));
const JobsPage = lazy(() => import('../jobs/jobs-page.js').then(({ JobsPage: page }) => ({ default: page })));

const ELEMENTS = {
  sheets: <OverviewPage />,
  entry: <EntryPage />,
  review: <ReviewPage />,
  users: <UsersPage />,
  audit: <AuditPage />,
  jobs: <JobsPage />,
};

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
  const pages = pagesFor(session.user.role);
  return (
    <>
      <Navigation role={session.user.role} />
      <Suspense fallback={<Spin fullscreen description={t('loading')} />}>
        <Routes>
          {pages.map(({ path, name }) => (
            <Route key={path} path={path} element={ELEMENTS[name]} />
          ))}
          <Route path="*" element={<Navigate to={pages[0]?.path ?? '/'} replace />} />
        </Routes>
      </Suspense>
    </>
  );
}
