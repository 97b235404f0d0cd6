import { useTranslation } from 'react-i18next';
import { type ReportSubject, useReportPreview } from '../../../api/reports.js';
import { Loaded } from '../../../components/loaded.js';
import { Panel } from '../../../components/panel.js';
import { DocumentView } from '../document/document-view.js';
import { FileOptionFields, useFileOptions } from '../document/file-options.js';
import { IssueBar } from './issue-bar.js';
import { Versions } from './versions.js';

/** A report as it would be issued now, and what was issued of it. */
export function ManagedSubject({ subject }: { readonly subject: ReportSubject }) {
  const { t, i18n } = useTranslation();
  const { options, setOptions } = useFileOptions();
  const preview = useReportPreview(subject, i18n.language);
  return (
    <>
      <Panel
        title={t('reports.preview')}
        tools={<FileOptionFields options={options} maySeePeople onChange={setOptions} />}
      >
        <Loaded queries={{ preview }}>
          {({ preview }) => (
            <>
              <IssueBar subject={subject} preview={preview} options={options} />
              <DocumentView document={preview.document} isIssued={preview.last?.version === preview.version} />
            </>
          )}
        </Loaded>
      </Panel>
      <Versions subject={subject} options={options} />
    </>
  );
}
