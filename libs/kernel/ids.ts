import { createHash, randomBytes, randomUUID } from 'node:crypto';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * Whether a text is a UUID in lower case. PostgreSQL would accept upper case, but code that compares ids as text would
 * not find it. Endpoints answer any other text with NotFound, never with a database error.
 */
export const isId = (text: unknown): text is string => typeof text === 'string' && UUID.test(text);

/** A random UUID (RFC 9562, version 4), which discloses neither time nor order. */
export const newId = (): string => randomUUID();

/** A secret of 256 random bits, 43 characters of base64url, for sessions and mailed links. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/**
 * The SHA-256 of a token, which is stored instead of it. Only for secrets of at least 128 random bits, never for
 * passwords.
 */
export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest();
