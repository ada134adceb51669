import { isIP, isIPv6 } from 'node:net';
import ipaddr from 'ipaddr.js';

/** Whether a text is an IP address or a network in CIDR notation. */
export function isIpNetwork(text: string): boolean {
  const isAddress = isIP(text.split('/', 1)[0]!) !== 0;
  return isAddress && (!text.includes('/') || ipaddr.isValidCIDR(text));
}

const MAPPED_IPV4 = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;

/**
 * Returns the key by which a client IP address is rate limited: the address for IPv4, its /64 for IPv6, since one
 * subscriber has a whole /64. All invalid addresses share one key.
 */
export function clientNetworkOf(ip: string): string {
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
