import { Result } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Role } from '../../api/session.js';
import { Page } from '../../components/page.js';
import { pagesFor } from './pages.js';

/** A link that somebody else has sent: why it shows nothing, and where to go. */
export function ClosedPage({ role }: { readonly role: Role }) {
  const { t } = useTranslation();
  return (
    <Page title={t('closed.title')}>
      <Result
        status="403"
        icon={null}
        subTitle={t('closed.text', { role: t(`role.${role}`) })}
        extra={<Link to={pagesFor(role)[0]?.path ?? '/'}>{t('closed.back')}</Link>}
      />
    </Page>
  );
}
