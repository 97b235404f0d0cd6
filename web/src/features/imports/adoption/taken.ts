import type { Adopt, Proposal } from '../../../api/imports.js';

/** What is taken of the proposals, by their keys; of a contact with the address that was given. */
export type Taken = ReadonlyMap<string, { readonly email?: string }>;

/** Everything is taken at first that needs nothing more to be said: a contact without an address has nobody to write to. */
export const takenAtFirst = (proposals: readonly Proposal[]): Taken =>
  new Map(proposals.filter((one) => one.kind !== 'contact' || one.email !== null).map(({ key }) => [key, {}]));

export const takenDtos = (proposals: readonly Proposal[], taken: Taken): NonNullable<Adopt['proposals']> =>
  proposals.flatMap(({ key }) => {
    const said = taken.get(key);
    return said ? [{ key, ...(said.email !== undefined && said.email !== '' && { email: said.email }) }] : [];
  });

/** Whether every address that was typed can be one: a name, an @, a domain with a point in it. */
export const addressesFit = (taken: Taken): boolean =>
  [...taken.values()].every(({ email = '' }) => looksLikeAddress(email));

export const looksLikeAddress = (email: string): boolean =>
  email === '' || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email.trim());

/** With a proposal taken, changed (`said`), or left (null). */
export function withTaken(taken: Taken, key: string, said: { readonly email?: string } | null): Taken {
  const next = new Map(taken);
  if (said === null) next.delete(key);
  else next.set(key, said);
  return next;
}
