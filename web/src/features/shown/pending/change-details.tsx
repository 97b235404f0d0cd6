import type { Role } from '@domain/roles.js';
import { useTranslation } from 'react-i18next';
import type { WaitingChange } from '../../../api/pending-changes.js';

type Detail = WaitingChange['details'][number];
type Value = 'true' | 'false' | 'zh' | 'en';

/** What decides over others stands first. A field that the interface has and this list lacks does not compile. */
const ORDER: Readonly<Record<Detail['field'], number>> = {
  username: 0,
  displayName: 1,
  role: 2,
  oidcSubject: 3,
  email: 4,
  disabled: 5,
  departmentId: 6,
  sectionIds: 7,
  language: 8,
  deputyId: 9,
  awayFrom: 10,
  awayUntil: 11,
};

/** Whose values have words of their own. */
const CODED: Partial<Record<Detail['field'], true>> = { disabled: true, language: true };

/** Everything that a change does to an account: whoever approves it should have read it. */
export function ChangeDetails({ change: { details, userId } }: { readonly change: WaitingChange }) {
  const { t } = useTranslation();
  const words = (field: Detail['field'], values: readonly string[]): string => {
    if (values.length === 0) return t('pending.nothing');
    const said = values.map((value) => {
      if (field === 'role') return t(`role.${value as Role}`);
      return CODED[field] ? t(`pending.value.${value as Value}`) : value;
    });
    return said.join(t('pending.listed'));
  };
  if (details.length === 0) return null;
  return (
    <ul style={{ margin: 0, overflowWrap: 'anywhere' }}>
      {details
        .toSorted((a, b) => ORDER[a.field] - ORDER[b.field])
        .map(({ field, before, after }) => (
          <li key={field}>
            {t(userId === null ? 'pending.will' : 'pending.becomes', {
              field: t(`pending.field.${field}`),
              before: words(field, before),
              after: words(field, after),
            })}
          </li>
        ))}
    </ul>
  );
}
