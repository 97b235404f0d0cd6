import type { components } from './schema.js';

/** What is sent beside the rest where the password is given again; whoever signs in at the provider has none. */
export type Confirmed = components['schemas']['ConfirmedDto'];
