import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { LocalDate } from '@domain/calendar/working-days.js';
import { timeZone } from '../../../api/clock.js';
import type { Indicator } from '../../../api/indicators.js';
import { useReport, useReports } from '../../../api/reports.js';
import { decimal } from '../../../components/decimal.js';
import { localTime } from '../../../period/local-time.js';
import { hadHappened } from './as-it-stood.js';

interface IssuedScoreProps {
  readonly indicator: Indicator;
  readonly month: string;
  readonly day: LocalDate;
}

/** The points that the last report of the month said, of those that had been issued by that day: frozen, whatever came later. */
export function IssuedScore({ indicator: { id, sheet }, month, day }: IssuedScoreProps) {
  const { t } = useTranslation();
  const reports = useReports({ kind: 'scoring', month, sheetId: sheet.id });
  const issued = reports.data?.pages[0]?.items.find(({ issuedAt }) => hadHappened(issuedAt, day, timeZone())) ?? null;
  const { data: report } = useReport(issued?.id ?? null);
  if (reports.data && !issued) return <span className="muted">{t('then.notIssued')}</span>;
  const scored = report?.content.sheets[0]?.score.indicators.find(({ indicatorId }) => indicatorId === id);
  if (!issued || !scored) return <>…</>;
  const place = new URLSearchParams({ month, department: sheet.departmentId, sheet: sheet.id });
  return (
    <Link to={`/reports?${place.toString()}`}>
      {t('then.issued', {
        score: scored.score ?? '—',
        max: decimal(scored.max),
        version: issued.version,
        at: localTime(issued.issuedAt),
      })}
    </Link>
  );
}
