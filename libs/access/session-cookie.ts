import type { Config } from '#kernel/config.js';

const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/** `__Host-` is refused by browsers without https, so loopback http has a plain name. */
export const sessionCookieName = (config: Pick<Config, 'isSecure'>): string =>
  config.isSecure ? '__Host-trama' : 'trama';

export const DEVICE_COOKIE = 'trama-device';

/** The value of a cookie in a Cookie header, if it has the form of one of our tokens. The first of that name counts. */
export function tokenIn(header: string | undefined, name: string): string | undefined {
  for (const part of (header ?? '').split(';')) {
    const at = part.indexOf('=');
    if (part.slice(0, at).trim() !== name) continue;
    const value = part.slice(at + 1).trim();
    return TOKEN.test(value) ? value : undefined;
  }
  return undefined;
}
