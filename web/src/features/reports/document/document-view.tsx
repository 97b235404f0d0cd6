import { useTranslation } from 'react-i18next';
import type { ReportDocument } from '../../../api/reports.js';

type Part = ReportDocument['parts'][number];
type Row = Part['bands'][number]['rows'][number];

interface DocumentViewProps {
  readonly document: ReportDocument;
  /** What is only previewed has no version, moment and checksum yet. */
  readonly isIssued?: boolean;
}

/** A report as its files print it. */
export function DocumentView({ document, isIssued = true }: DocumentViewProps) {
  const { t } = useTranslation();
  const { language, title, subtitle, watermark, parts, notes, signatures, issue } = document;
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={title}>
      <article className={`report ${document.orientation}`} lang={language === 'zh' ? 'zh-CN' : 'en'}>
        <h4>{title}</h4>
        <p className="report-subtitle">{subtitle}</p>
        {watermark !== null && <p className="report-watermark">{t('reports.watermark', { watermark })}</p>}
        {parts.map((part, place) => (
          <PartView key={place} part={part} isNamed={parts.length > 1} />
        ))}
        {notes.map((note, place) => (
          <p key={place} className="report-note">
            {note}
          </p>
        ))}
        {signatures.length > 0 && (
          <p className="report-signatures">
            {signatures.map((words) => (
              <span key={words}>{words}：</span>
            ))}
          </p>
        )}
        {isIssued && <p className="report-issue">{issue}</p>}
      </article>
    </div>
  );
}

function PartView({ part: { name, columns, bands }, isNamed }: { readonly part: Part; readonly isNamed: boolean }) {
  const total = columns.reduce((sum, share) => sum + share, 0);
  return (
    <>
      {isNamed && <h5>{name}</h5>}
      {bands.map(({ head, rows }, place) => (
        <table key={place}>
          <colgroup>
            {columns.map((share, column) => (
              <col key={column} style={{ width: `${(share / total) * 100}%` }} />
            ))}
          </colgroup>
          {head.length > 0 && (
            <thead>
              <Rows rows={head} isHead />
            </thead>
          )}
          <tbody>
            <Rows rows={rows} />
          </tbody>
        </table>
      ))}
    </>
  );
}

function Rows({ rows, isHead = false }: { readonly rows: readonly Row[]; readonly isHead?: boolean }) {
  const Tag = isHead ? 'th' : 'td';
  return rows.map((row, line) => (
    <tr key={line}>
      {row.map(({ text, kind, across, down }, place) => (
        <Tag key={place} className={`report-${kind}`} colSpan={across} rowSpan={down}>
          {text}
        </Tag>
      ))}
    </tr>
  ));
}
