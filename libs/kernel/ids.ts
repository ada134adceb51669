import { createHash, randomBytes, randomUUID } from 'node:crypto';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * Whether a text has the form of an id, as we write it: PostgreSQL reads capitals as the same one, while what looks an id
 * up by its text would miss it. What does not is NotFound at doors with an id, never an error of the database.
 */
export const isId = (text: unknown): text is string => typeof text === 'string' && UUID.test(text);

/** A random id that tells neither time nor order (RFC 9562, version 4). */
export const newId = (): string => randomUUID();

/** A secret of 256 random bits, 43 characters of base64url: sessions, mailed links. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** What is kept of a secret: its SHA-256. Right only for secrets of ≥ 128 random bits, never for passwords. */
export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest();
