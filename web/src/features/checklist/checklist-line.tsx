import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ENTERERS } from '@domain/roles.js';
import { evidenceDownload } from '../../api/evidence.js';
import type { CheckedEvidence, EvidenceState } from '../../api/evidence-checklist.js';
import { useSession } from '../../api/session.js';
import { useDownload } from '../../components/download/use-download.js';

const SIGNS: Readonly<Record<EvidenceState, readonly [sign: string, light: string]>> = {
  there: ['✓', 'light-green'],
  lacking: ['✗', 'light-red'],
  'other-kind': ['▲', 'light-amber'],
  'not-applicable': ['–', 'muted'],
  'not-asked': ['–', 'muted'],
};

interface ChecklistLineProps {
  readonly item: CheckedEvidence;
  readonly month: string;
}

/** One indicator: what is asked for, what is there, and where to add it. */
export function ChecklistLine({ item, month }: ChecklistLineProps) {
  const { t } = useTranslation();
  const download = useDownload();
  const role = useSession().data?.user.role;
  const { indicatorId, indicator, departmentId, department, section, kind, required, files, state, status } = item;
  const [sign, light] = SIGNS[state];
  const isSettled = status === 'submitted' || status === 'approved';
  const mayAdd = ENTERERS.some((one) => one === role) && (state === 'lacking' || state === 'other-kind');
  const isAsked = required || kind !== null;
  return (
    <tr>
      <th scope="row">
        <Link to={`/indicators/${indicatorId}?month=${month}`}>{indicator}</Link>
        <div className="muted small">
          {department} · {section ?? t('table.unowned')}
        </div>
      </th>
      <td>
        {isAsked ? t(kind === null ? 'checklist.anyKind' : `evidence.kind.${kind}`) : '—'}
        {isAsked && <div className="muted small">{t(required ? 'checklist.required' : 'checklist.printed')}</div>}
      </td>
      <td>
        {files.length === 0 && '—'}
        {files.map((file) => (
          <div key={file.id}>
            <a {...download(evidenceDownload(file.id))}>{file.fileName}</a>{' '}
            <span className="muted small">{t(`evidence.kind.${file.kind}`)}</span>
          </div>
        ))}
      </td>
      <td>
        <span className={light}>
          {sign} {t(`checklist.state.${state}`)}
        </span>
        {mayAdd && (
          <div className="small no-print">
            {isSettled ? (
              <span className="muted">{t('checklist.settled')}</span>
            ) : (
              <Link to={`/entry?month=${month}&department=${departmentId}`}>{t('checklist.add')}</Link>
            )}
          </div>
        )}
      </td>
    </tr>
  );
}
