import type { Adopt, Proposal } from '../../../api/imports.js';

/** What is taken of the proposals, by their keys; of a contact with the address that was given. */
export type Taken = ReadonlyMap<string, { readonly email?: string }>;

/**
 * What the document says clearly is taken at first, if nothing more needs to be said: a contact without an address has nobody
 * to write to. What may be meant otherwise is for somebody to tick.
 */
export const takenAtFirst = (proposals: readonly Proposal[]): Taken =>
  new Map(
    proposals
      .filter((one) => one.isClear && (one.kind !== 'contact' || one.email !== null))
      .map(({ key }) => [key, {}]),
  );

export const takenDtos = (proposals: readonly Proposal[], taken: Taken): NonNullable<Adopt['proposals']> =>
  proposals.flatMap(({ key }) => {
    const said = taken.get(key);
    return said ? [{ key, ...(said.email !== undefined && said.email !== '' && { email: said.email }) }] : [];
  });

/** Contacts that are taken and have no address yet, or one that cannot be one. */
export const addressesMissing = (proposals: readonly Proposal[], taken: Taken): Proposal[] =>
  proposals.filter((one) => {
    const said = taken.get(one.key);
    return one.kind === 'contact' && said !== undefined && isAddressMissing(one.email, said.email ?? '');
  });

/** @param printed masked, where the document prints one */
export const isAddressMissing = (printed: string | null, said: string): boolean =>
  said === '' ? printed === null : !looksLikeAddress(said);

/** A name, an @, a domain with a point in it. */
const looksLikeAddress = (email: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email.trim());

/** With a proposal taken, changed (`said`), or left (null). */
export function withTaken(taken: Taken, key: string, said: { readonly email?: string } | null): Taken {
  const next = new Map(taken);
  if (said === null) next.delete(key);
  else next.set(key, said);
  return next;
}
