/** Who acts, for history and waivers, until there are accounts: the service then listens on the loopback address only. */
export const LOCAL_OPERATOR = 'local operator';
