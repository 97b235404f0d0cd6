import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type Contact, type Section, useDeleteSection } from '../../../api/organisation.js';
import { useOwnedBy } from '../../../api/owners.js';
import { listed } from '../../../components/listed.js';
import { RemoveButton } from './remove-button.js';

interface RemoveSectionProps {
  readonly section: Section;
  readonly contacts: readonly Contact[];
}

/** A section can go once it owns nothing and nobody reports for it: both would be the whole department's unseen. */
export function RemoveSection({ section, contacts }: RemoveSectionProps) {
  const { t } = useTranslation();
  const remove = useDeleteSection();
  const { data: count = 0 } = useOwnedBy(section.id);
  const people = contacts.filter(({ sectionId }) => sectionId === section.id).map(({ name }) => name);
  const hangs = [
    ...(count > 0 ? [t('removing.owns', { count })] : []),
    ...(people.length > 0 ? [t('removing.people', { names: listed(people) })] : []),
  ];
  return (
    <RemoveButton
      name={section.name}
      error={remove.error}
      isBusy={remove.isPending}
      obstacle={hangs.length > 0 ? t('removing.sectionInUse') : null}
      onRemove={(onSuccess) => {
        remove.mutate(section, { onSuccess });
      }}
    >
      {hangs.map((text) => (
        <p key={text}>• {text}</p>
      ))}
      {count > 0 && <Link to={`/indicators/owners?section=${section.id}&which=all`}>{t('removing.giveAway')}</Link>}
      {hangs.length === 0 && <p>{t('removing.sectionGoes')}</p>}
    </RemoveButton>
  );
}
