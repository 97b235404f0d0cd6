import { useReportDocument } from '../../../api/reports.js';
import { Loaded } from '../../../components/loaded.js';
import { DocumentView } from './document-view.js';

/** What an issued report says. */
export function IssuedDocument({ id }: { readonly id: string }) {
  return (
    <Loaded queries={{ document: useReportDocument(id) }}>
      {({ document }) => <DocumentView document={document} />}
    </Loaded>
  );
}
