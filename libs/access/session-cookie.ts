import type { Config } from '#kernel/config.js';

const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/** Browsers refuse the prefix `__Host-` without HTTPS, so loopback HTTP uses a plain name. */
export const sessionCookieName = (config: Pick<Config, 'isSecure'>): string =>
  config.isSecure ? '__Host-trama' : 'trama';

export const DEVICE_COOKIE_NAME = 'trama-device';

/** Returns the token in a Cookie header, or undefined if missing or malformed. The first cookie of that name counts. */
export function sessionTokenIn(header: string | undefined, name: string): string | undefined {
  for (const part of (header ?? '').split(';')) {
    const at = part.indexOf('=');
    if (part.slice(0, at).trim() !== name) continue;
    const value = part.slice(at + 1).trim();
    return TOKEN.test(value) ? value : undefined;
  }
  return undefined;
}
