import { isIP, isIPv6 } from 'node:net';
import ipaddr from 'ipaddr.js';

/** Whether a text is a client IP address, or a network of them in CIDR notation. */
export function isNetwork(text: string): boolean {
  const isAddress = isIP(text.split('/', 1)[0]!) !== 0;
  return isAddress && (!text.includes('/') || ipaddr.isValidCIDR(text));
}

const MAPPED_IPV4 = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;

/**
 * Who shares a limit for a client IP address: the address itself for IPv4, its /64 for IPv6, of which one subscriber has
 * all addresses. What is no address is one source together.
 */
export function networkSource(ip: string): string {
  const address = ip.replace(/%.*$/, '');
  if (isIP(address) === 0) return 'unknown';
  if (!isIPv6(address)) return address;
  return MAPPED_IPV4.exec(address)?.[1] ?? `${first64Bits(address)}::/64`;
}

function first64Bits(address: string): string {
  const [before = [], after = []] = address
    .split('::')
    .map((part) => part.split(':').filter((group) => group !== ''));
  const zeros = Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0');
  const groups = [...before, ...zeros, ...after].slice(0, 4);
  return groups.map((group) => parseInt(group, 16).toString(16)).join(':');
}
