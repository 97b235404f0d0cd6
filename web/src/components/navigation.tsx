import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import type { Role } from '../../../src/common/access/actor.js';

const PAGES = [
  { path: '/', name: 'sheets', roles: ['performance-office', 'department-head', 'reporter', 'viewer'] },
  { path: '/entry', name: 'entry', roles: ['performance-office', 'department-head', 'reporter'] },
  { path: '/review', name: 'review', roles: ['performance-office', 'department-head'] },
  { path: '/users', name: 'users', roles: ['security-administrator'] },
  { path: '/audit', name: 'audit', roles: ['auditor'] },
  { path: '/jobs', name: 'jobs', roles: ['system-administrator'] },
] as const satisfies readonly { path: string; name: string; roles: readonly Role[] }[];

/** The pages that the role has a use for; the first one is where it starts. */
export const pagesFor = (role: Role) => PAGES.filter(({ roles }) => (roles as readonly Role[]).includes(role));

export function Navigation({ role }: { readonly role: Role }) {
  const { t } = useTranslation();
  return (
    <nav className="page navigation no-print" aria-label={t('nav.label')}>
      {pagesFor(role).map(({ path, name }) => (
        <NavLink key={path} to={path} end>
          {t(`nav.${name}`)}
        </NavLink>
      ))}
    </nav>
  );
}
