import { useTranslation } from 'react-i18next';
import type { AuditEvent } from '../../api/types.js';
import { isDeed, isKind } from './action-words.js';

/** What was done, as people say it; an action that came later is told by its code. */
export function useDone(): (event: Pick<AuditEvent, 'action'>) => string {
  const { t } = useTranslation();
  return ({ action }) => {
    const [kind = '', deed = ''] = action.split('.');
    if (!isKind(kind) || !isDeed(deed)) return action;
    return t('audit.done', { kind: t(`audit.kind.${kind}`), deed: t(`audit.deed.${deed}`) });
  };
}
