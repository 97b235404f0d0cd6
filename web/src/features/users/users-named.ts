import type { User } from '../../api/types.js';

/** Those with these words in their name or user name; Latin letters in either case. */
export function usersNamed<U extends Pick<User, 'username' | 'displayName'>>(users: readonly U[], words: string): U[] {
  const sought = words.trim().toLowerCase();
  return users.filter(({ username, displayName }) =>
    [username, displayName].some((name) => name.toLowerCase().includes(sought)),
  );
}
