import { useTranslation } from 'react-i18next';
import type { AskedOfAll, MissingWork } from '../../../api/missing.js';
import { listed } from '../../../components/listed.js';

interface MissingPeopleProps {
  readonly entry: MissingWork;
  readonly outcome: NonNullable<AskedOfAll>['entries'][number] | undefined;
}

/** Whom to call; and whether they have been reminded just now. */
export function MissingPeople({ entry: { people }, outcome }: MissingPeopleProps) {
  const { t } = useTranslation();
  return (
    <>
      {people.length === 0 && <span className="light-amber">▲ {t('missing.nobody')}</span>}
      {people.map(({ name, phone }) => (
        <div key={`${name} ${phone ?? ''}`}>
          {name} <span className="muted">{phone}</span>
        </div>
      ))}
      {outcome &&
        (outcome.problem ? (
          <div className="light-amber small">▲ {outcome.problem.title}</div>
        ) : (
          <div className="light-green small">✓ {t('months.asked', { names: listed(outcome.told) })}</div>
        ))}
    </>
  );
}
