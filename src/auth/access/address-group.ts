import ipaddr from 'ipaddr.js';

/**
 * Whom an address stands for when tries are counted: one that has an IPv6 address has all 2^64 of its network, and an
 * IPv4 address written as an IPv6 one is the same.
 */
export function addressGroup(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  const known = ipaddr.process(address);
  if (known.kind() === 'ipv4') return known.toString();
  return `${ipaddr.IPv6.networkAddressFromCIDR(`${address.replace(/%.*$/, '')}/64`).toString()}/64`;
}
