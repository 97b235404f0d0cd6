import { Alert, Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import { type ReportHeadline, useReplay, useReportDifferences } from '../../../api/reports.js';
import { Loaded } from '../../../components/loaded.js';
import { monthName } from '../../../period/month-name.js';
import { IssuedDocument } from '../document/issued-document.js';
import { DifferenceTable } from './difference-table.js';

/** What somebody wants to know of a version. */
export type Look =
  | { readonly kind: 'read' | 'check'; readonly report: ReportHeadline }
  | { readonly kind: 'compare'; readonly report: ReportHeadline; readonly before: ReportHeadline };

/** A version as it was issued, what it says otherwise than the one before, or whether it still stands. */
export function VersionDrawer({ look, onClose }: { readonly look: Look | null; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const title = look && {
    month: monthName(look.report.month),
    version: look.report.version,
    before: look.kind === 'compare' ? look.before.version : 0,
  };
  return (
    <Drawer
      open={look !== null}
      title={look && title && t(`reports.drawer.${look.kind}`, title)}
      size="min(1080px, 100vw)"
      onClose={onClose}
      destroyOnHidden
    >
      {look?.kind === 'read' && <IssuedDocument id={look.report.id} />}
      {look?.kind === 'compare' && <Differences id={look.report.id} against={look.before.id} />}
      {look?.kind === 'check' && <Check report={look.report} />}
    </Drawer>
  );
}

function Differences({ id, against }: { readonly id: string; readonly against: string }) {
  return (
    <Loaded queries={{ differences: useReportDifferences(id, against) }}>
      {({ differences }) => <DifferenceTable differences={differences.items} />}
    </Loaded>
  );
}

/** Whether it is as it was issued, and what this version of the program makes of the data of then. */
function Check({ report: { id, hash } }: { readonly report: ReportHeadline }) {
  const { t } = useTranslation();
  return (
    <>
      <p>{t('reports.checkHint')}</p>
      <Loaded queries={{ replay: useReplay(id) }}>
        {({ replay: { intact, identical, outcome, differences } }) => (
          <div className="stack">
            {intact && <Alert type="success" showIcon title={t('reports.intact')} />}
            <Alert type={intact ? (identical ? 'success' : 'info') : 'error'} showIcon title={outcome} />
            {differences.length > 0 && <DifferenceTable differences={differences} />}
          </div>
        )}
      </Loaded>
      <p className="muted small reports-hash">{t('reports.hash', { hash })}</p>
    </>
  );
}
