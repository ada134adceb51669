import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** Whether a text is an address, or a network in CIDR notation. */
export function isNetwork(text: string): boolean {
  const isAddress = isIP(text.split('/', 1)[0]!) !== 0;
  return isAddress && (!text.includes('/') || ipaddr.isValidCIDR(text));
}
