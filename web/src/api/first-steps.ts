import { api } from './client.js';
import type { components } from './schema.js';

export type FirstSteps = components['schemas']['FirstSteps'];

/** How far the installation is from empty to a year that runs, and what lacks: for the performance office. */
export const useFirstSteps = (isAsked = true) => api.useQuery('get', '/first-steps', {}, { enabled: isAsked });
