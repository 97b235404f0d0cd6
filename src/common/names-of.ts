import type { EntityManager } from 'typeorm';

/** Who did what is stored by the name of the account, which outlasts it; people read the name of the person. */
export async function namesOf(
  manager: EntityManager,
  accounts: readonly string[],
): Promise<(account: string) => string> {
  const rows: { username: string; name: string }[] = await manager.query(
    'SELECT username, display_name AS name FROM app_user WHERE username = ANY ($1)',
    [[...new Set(accounts)]],
  );
  const names = new Map(rows.map(({ username, name }) => [username, name]));
  return (account) => names.get(account) ?? account;
}
