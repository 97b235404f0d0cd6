import type { Month } from '@domain/calendar/month.js';
import { MANAGERS } from '@domain/roles.js';
import { useDepartments } from '../../api/organisation.js';
import type { ReportKind, ReportSubject } from '../../api/reports.js';
import { usePagedTargetSheets } from '../../api/queries.js';
import { useSession } from '../../api/session.js';
import { useAddress } from '../../period/use-address.js';
import { type ChosenPeriod, usePeriod } from '../../period/use-period.js';

/** What people come for first. */
export const KINDS: readonly ReportKind[] = ['self-evaluation', 'monitoring', 'scoring'];

/** What of the address is looked at: a kind, a month, and whose. */
export interface ReportChoice {
  readonly period: ChosenPeriod;
  readonly kind: ReportKind;
  readonly departmentId: string | undefined;
  readonly sheetId: string | undefined;
  /** null: a form that is filled in for a sheet, and none is chosen. */
  readonly subject: ReportSubject | null;
  /** Issues reports; others read what was issued. */
  readonly mayIssue: boolean;
  readonly choose: ReturnType<typeof useAddress>['choose'];
}

/** A form of a month that nobody was asked for says nothing: the first that is asked for of any of the sheets, if that is later. */
export function judgedMonth(month: Month, sheets: readonly { readonly firstMonth: Month | null }[]): Month {
  const firsts = sheets.map(({ firstMonth }) => firstMonth ?? month);
  const [earliest = month] = firsts.sort();
  return earliest > month ? earliest : month;
}

export function useReportChoice(): ReportChoice {
  const { address, choose } = useAddress();
  const asked = usePeriod();
  const role = useSession().data?.user.role;
  const departments = useDepartments().data?.items ?? [];
  const kind = KINDS.find((one) => one === address.get('kind')) ?? 'self-evaluation';
  const [only] = departments.length === 1 ? departments : [];
  const mayIssue = role !== undefined && MANAGERS.includes(role);
  const isOffice = role === 'performance-office';
  const departmentId = address.get('department') ?? only?.id;
  const listed = usePagedTargetSheets({ year: asked.year, departmentId }).data?.pages[0]?.items ?? [];
  const period = { ...asked, month: address.has('month') ? asked.month : judgedMonth(asked.month, listed) };
  const sheetId = departmentId === undefined ? undefined : (address.get('sheet') ?? undefined);
  const mayBeWhole = kind === 'scoring' && (departmentId !== undefined || isOffice);
  const subject = sheetId !== undefined || mayBeWhole ? { kind, month: period.month, departmentId, sheetId } : null;
  return { period, kind, departmentId, sheetId, subject, mayIssue, choose };
}
