import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import type { Role } from '../../api/session.js';
import { GROUPS, pagesFor } from '../routes/pages.js';

interface NavigationProps {
  readonly role: Role;
  readonly onNavigate?: () => void;
}

/** The pages of a role, in groups. */
export function Navigation({ role, onNavigate }: NavigationProps) {
  const { t } = useTranslation();
  const pages = pagesFor(role);
  return (
    <nav className="navigation" aria-label={t('nav.label')}>
      {GROUPS.map((group) => {
        const members = pages.filter((page) => page.group === group);
        if (members.length === 0) return null;
        return (
          <section key={group} aria-label={t(`nav.group.${group}`)}>
            <div className="navigation-group" aria-hidden>
              {t(`nav.group.${group}`)}
            </div>
            {members.map(({ path, name, icon: Icon }) => (
              <NavLink key={path} to={path} end={path === '/'} onClick={onNavigate}>
                <Icon aria-hidden />
                <span>{t(`${name}.title`)}</span>
              </NavLink>
            ))}
          </section>
        );
      })}
    </nav>
  );
}
