import { Button, Popover } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSections } from '../../api/organisation.js';
import type { User } from '../../api/types.js';
import { listed } from '../../components/listed.js';

/** How many sections a reporter enters for, and by a click which; one without any can enter nothing. */
export function SectionsOf({ user }: { readonly user: User }) {
  const { t } = useTranslation();
  const count = user.sectionIds.length;
  if (user.role !== 'reporter') return '—';
  if (count === 0) return <span className="light-amber">{t('users.sectionNone')}</span>;
  return (
    <Popover trigger="click" content={<Names user={user} />}>
      <Button type="link" size="small">
        {t('users.sectionCount', { count })}
      </Button>
    </Popover>
  );
}

/** Asked for only when somebody looks: a province has hundreds of departments. */
function Names({ user: { departmentId, sectionIds } }: { readonly user: User }) {
  const sections = useSections(departmentId).data?.items ?? [];
  return listed(sections.filter(({ id }) => sectionIds.includes(id)).map(({ name }) => name));
}
