import { useTranslation } from 'react-i18next';
import { type ReportSubject, useReports } from '../../../api/reports.js';
import { useSession } from '../../../api/session.js';
import { Panel } from '../../../components/panel.js';
import { Downloads } from '../document/downloads.js';
import { FileOptionFields, useFileOptions } from '../document/file-options.js';
import { IssuedDocument } from '../document/issued-document.js';
import { scopeOf } from './scope-of.js';
import { Versions } from './versions.js';

/** The last version that was issued, for those who read reports. */
export function IssuedSubject({ subject }: { readonly subject: ReportSubject }) {
  const { t } = useTranslation();
  const { options, setOptions } = useFileOptions();
  const isViewer = useSession().data?.user.role === 'viewer';
  const last = useReports(subject, scopeOf(subject)).data?.pages[0]?.items[0];
  return (
    <>
      {last && (
        <Panel
          title={t('reports.versionOf', { version: last.version })}
          tools={<FileOptionFields options={options} maySeePeople={!isViewer} onChange={setOptions} />}
        >
          <div className="reports-issue">
            <Downloads id={last.id} version={last.version} options={options} />
          </div>
          <IssuedDocument id={last.id} />
        </Panel>
      )}
      <Versions subject={subject} options={options} />
    </>
  );
}
