import { Suspense } from 'react';
import { Navigate, Route, Routes } from 'react-router';
import type { Role } from '../../api/session.js';
import { Loading } from '../../components/loading.js';
import { PageBoundary } from '../../components/page-boundary.js';
import { Page } from '../../components/page.js';
import { ClosedPage } from './closed-page.js';
import { KnownAddress } from './known-address.js';
import { closedTo, detailsFor, pagesFor } from './pages.js';

/** The page that the address names; an address of nothing leads to where the role starts. */
export function PageRoutes({ role }: { readonly role: Role }) {
  const pages = pagesFor(role);
  const waiting = (
    <Page title="">
      <Loading />
    </Page>
  );
  return (
    <PageBoundary>
      <Suspense fallback={waiting}>
        <KnownAddress>
          <Routes>
            {[...pages, ...detailsFor(role)].map(({ path, component: Component }) => (
              <Route key={path} path={path} element={<Component />} />
            ))}
            {closedTo(role).map(({ path }) => (
              <Route key={path} path={path} element={<ClosedPage role={role} />} />
            ))}
            <Route path="*" element={<Navigate to={pages[0]?.path ?? '/'} replace />} />
          </Routes>
        </KnownAddress>
      </Suspense>
    </PageBoundary>
  );
}
