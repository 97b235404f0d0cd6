import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import type { Role } from '../../../src/common/access/actor.js';

const PAGES = [
  { path: '/', name: 'sheets', roles: ['performance-office', 'department-head', 'reporter', 'viewer'] },
  { path: '/entry', name: 'entry', roles: ['performance-office', 'department-head', 'reporter'] },
  { path: '/review', name: 'review', roles: ['performance-office', 'department-head'] },
] as const satisfies readonly { path: string; name: string; roles: readonly Role[] }[];

/** The pages that the role has a use for. */
export function Navigation({ role }: { readonly role: Role }) {
  const { t } = useTranslation();
  const pages = PAGES.filter(({ roles }) => (roles as readonly Role[]).includes(role));
  if (pages.length === 0) return null;
  return (
    <nav className="page navigation no-print" aria-label={t('nav.label')}>
      {pages.map(({ path, name }) => (
        <NavLink key={path} to={path} end>
          {t(`nav.${name}`)}
        </NavLink>
      ))}
    </nav>
  );
}
