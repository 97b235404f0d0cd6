import { Breadcrumb } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

/** A page that this one is part of. */
export interface Above {
  readonly to: string;
  readonly name: string;
}

/** Above the heading of a page about one thing: the way back up, outermost first. */
export function Trail({ above }: { readonly above: readonly Above[] }) {
  const { t } = useTranslation();
  return (
    <Breadcrumb
      className="trail no-print"
      aria-label={t('trail')}
      items={[...above.map(({ to, name }) => ({ key: to, title: <Link to={to}>{name}</Link> })), { title: '' }]}
    />
  );
}
