import { useTranslation } from 'react-i18next';
import type { AuditEvent } from '../../api/types.js';
import { changedFields } from './changed-fields.js';

/** What became of each field, from where it was asked for, and how the line is chained. */
export function Change({ event }: { readonly event: AuditEvent }) {
  const { t } = useTranslation();
  const { action, address, requestId, hash } = event;
  const fields = changedFields(event);
  return (
    <>
      {fields.length > 0 && (
        <table className="audit-change">
          <thead>
            <tr>
              <th scope="col">{t('audit.field')}</th>
              <th scope="col">{t('audit.before')}</th>
              <th scope="col">{t('audit.after')}</th>
            </tr>
          </thead>
          <tbody>
            {fields.map(({ name, before, after }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>{before}</td>
                <td>{after}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className="muted small audit-origin">
        {[action, address && t('audit.address', { address }), requestId && t('audit.request', { requestId })]
          .filter(Boolean)
          .join(' · ')}
        <br />
        {t('audit.hash', { hash })}
      </p>
    </>
  );
}
