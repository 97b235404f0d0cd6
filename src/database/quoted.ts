/** A name in SQL, whatever it is. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
