import { useTranslation } from 'react-i18next';
import { useSections } from '../../../api/organisation.js';
import type { User } from '../../../api/types.js';
import { listed } from '../../../components/listed.js';

interface WhatGoesOverProps {
  readonly user: User;
  readonly all: readonly User[];
}

/** What of a person's duties goes to the successor, what ends, and what stays. */
export function WhatGoesOver({ user: { id, departmentId, sectionIds }, all }: WhatGoesOverProps) {
  const { t } = useTranslation();
  const { data } = useSections(departmentId);
  const sections = data?.items.filter((section) => sectionIds.includes(section.id)).map(({ name }) => name) ?? [];
  const represented = all.filter(({ deputyId }) => deputyId === id).map(({ displayName }) => displayName);
  return (
    <ul className="handover-list">
      {sectionIds.length > 0 && <li>{t('handover.sections', { names: listed(sections) })}</li>}
      <li>{t('handover.contacts')}</li>
      {represented.length > 0 && <li>{t('handover.deputy', { names: listed(represented) })}</li>}
      <li>{t('handover.sessions')}</li>
      <li>{t('handover.stays')}</li>
    </ul>
  );
}
