import { CreateSchema1763942400000 } from './1763942400000-create-schema.js';

/** In the order in which they are applied. */
export const MIGRATIONS = [CreateSchema1763942400000];
