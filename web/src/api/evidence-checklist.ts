import { api } from './client.js';
import type { components } from './schema.js';

export type CheckedEvidence = components['schemas']['CheckedEvidence'];
export type EvidenceState = CheckedEvidence['state'];

interface Checked {
  readonly month: string;
  readonly departmentId: string | undefined;
  readonly whose: 'all' | 'mine';
}

/** Of each indicator that is entered in the month: which evidence is asked for, what is there and what lacks. */
export const useEvidenceChecklist = (query: Checked) =>
  api.useQuery('get', '/evidence-checklist', { params: { query } });
