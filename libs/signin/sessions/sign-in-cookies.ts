import '@fastify/cookie';
import type { FastifyReply } from 'fastify';
import { DEVICE_COOKIE_NAME, sessionCookieName } from '#access/session-cookie.js';
import { DAY, SECOND } from '#kernel/clock.js';
import type { Config } from '#kernel/config.js';

/** SameSite is Lax instead of Strict, so that a person who opens a mailed link is signed in. */
const BASE = { path: '/', httpOnly: true, sameSite: 'lax' } as const;
type Place = Pick<Config, 'isSecure'>;

const flags = ({ isSecure }: Place) => ({ ...BASE, secure: isSecure });

/**
 * Sets the session cookie. `forMs` is the maximum duration of the session in milliseconds; without it, the browser deletes
 * the cookie when it is closed.
 */
export function setSessionCookie(
  reply: FastifyReply,
  config: Place,
  token: string,
  forMs?: number,
) {
  if (forMs === undefined) {
    reply.setCookie(sessionCookieName(config), token, flags(config));
    return;
  }
  const maxAge = Math.ceil(forMs / SECOND);
  reply.setCookie(sessionCookieName(config), token, { ...flags(config), maxAge });
}

export function clearSessionCookie(reply: FastifyReply, config: Place) {
  reply.setCookie(sessionCookieName(config), '', { ...flags(config), maxAge: 0 });
}

/** Sets the cookie by which an account knows this browser. It expires one year after the last sign-in. */
export function setDeviceCookie(reply: FastifyReply, config: Place, token: string) {
  reply.setCookie(DEVICE_COOKIE_NAME, token, { ...flags(config), maxAge: (365 * DAY) / SECOND });
}
