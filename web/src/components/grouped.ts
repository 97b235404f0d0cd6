/** Members by what they have in common, in the order in which that first occurs. */
export function grouped<T, K>(items: readonly T[], by: (item: T) => K): [K, T[]][] {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = by(item);
    const members = groups.get(key);
    if (members) members.push(item);
    else groups.set(key, [item]);
  }
  return [...groups];
}
