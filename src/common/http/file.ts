/** How the description of the interface tells an answer that is a file. */
export const FILE = { schema: { type: 'string', format: 'binary' } } as const;
