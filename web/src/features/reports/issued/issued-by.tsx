import { useTranslation } from 'react-i18next';
import type { ReportHeadline } from '../../../api/reports.js';
import { localTime } from '../../../period/local-time.js';

/** What is done without a person at a page. */
const NOBODY = ['service', 'command line'] as const;

/** Who issued it, and when. */
export function IssuedBy({ report: { person, issuedAt } }: { readonly report: ReportHeadline }) {
  const { t } = useTranslation();
  const nobody = NOBODY.find((name) => name === person);
  const by = nobody === undefined ? person : t(`reports.by.${nobody === 'service' ? 'service' : 'commandLine'}`);
  return t('reports.issuedBy', { by, at: localTime(issuedAt) });
}
