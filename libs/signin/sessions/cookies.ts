import '@fastify/cookie';
import type { FastifyReply } from 'fastify';
import { DEVICE_COOKIE, sessionCookieName } from '#access/session-cookie.js';
import { DAY, SECOND } from '#kernel/clock.js';
import type { Config } from '#kernel/config.js';

/** Lax, not Strict: a link in a mail must find the person signed in. */
const BASE = { path: '/', httpOnly: true, sameSite: 'lax' } as const;
type Place = Pick<Config, 'isSecure'>;

const flags = ({ isSecure }: Place) => ({ ...BASE, secure: isSecure });

/** `forMs`: as long as the session at most lasts. */
export function setSessionCookie(reply: FastifyReply, config: Place, token: string, forMs: number) {
  const maxAge = Math.ceil(forMs / SECOND);
  reply.setCookie(sessionCookieName(config), token, { ...flags(config), maxAge });
}

export function clearSessionCookie(reply: FastifyReply, config: Place) {
  reply.setCookie(sessionCookieName(config), '', { ...flags(config), maxAge: 0 });
}

/** One year from each sign-in. */
export function setDeviceCookie(reply: FastifyReply, config: Place, token: string) {
  reply.setCookie(DEVICE_COOKIE, token, { ...flags(config), maxAge: (365 * DAY) / SECOND });
}
