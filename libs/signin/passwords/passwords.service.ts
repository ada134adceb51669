import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { Injectable } from '@nestjs/common';
import { Invalid } from '#kernel/errors.js';
import { countCharacters } from '#kernel/text.js';
import { isCommonPassword } from './common-passwords.js';
import {
  PasswordHashingQueuesService,
  type HashRequester,
} from './password-hashing-queues.service.js';

/** Argon2id with OWASP's minimum parameters: 19 MiB, two iterations, one lane. */
const COST = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 };
export const MIN_PASSWORD_LENGTH = 12;
/** Longer passwords are rejected, to bound the cost of hashing. */
export const MAX_PASSWORD_LENGTH = 512;

/**
 * A hash that no password has. For an unknown account, the service verifies the password against this hash, so that
 * known and unknown accounts take the same time.
 */
const NOBODYS = `$argon2id$v=19$m=${COST.memoryCost},t=${COST.timeCost},p=${COST.parallelism}$${random(16)}$${random(32)}`;

/** The only service that hashes and verifies passwords. */
@Injectable()
export class PasswordsService {
  constructor(private readonly queues: PasswordHashingQueuesService) {}

  /** Returns the hash to store. Throws Invalid on `field` if the password is too short, too long or common. */
  async choose(password: string, requester: HashRequester, field = 'password'): Promise<string> {
    await this.assertGood(password, field);
    return this.queues.hash(requester, () => this.hash(password));
  }

  /** Throws Invalid on `field` if the password may not be chosen. */
  async assertGood(password: string, field = 'password'): Promise<void> {
    const problem = await problemOf(password);
    if (problem) throw new Invalid('input', { [field]: problem });
  }

  /** Hashes a password without checks and without a queue. Requests must use `choose`. */
  hash(password: string): Promise<string> {
    return hash(password.normalize('NFC'), COST);
  }

  /**
   * Whether the password matches the hash. Without a hash, does the same work and returns false. Does not wait for a
   * slot; requests call this method inside `BruteForceGuardService.attempt` or `PasswordHashingQueuesService.hash`, which
   * wait for one.
   */
  async verify(kept: string | null | undefined, password: string): Promise<boolean> {
    const given = password.slice(0, MAX_PASSWORD_LENGTH).normalize('NFC');
    const isSame = await verify(kept ?? NOBODYS, given);
    return isSame && typeof kept === 'string' && password.length <= MAX_PASSWORD_LENGTH;
  }
}

/** Random bytes in the encoding of a hash. */
function random(size: number): string {
  return randomBytes(size).toString('base64').replaceAll('=', '');
}

async function problemOf(password: string): Promise<string | undefined> {
  if (countCharacters(password) < MIN_PASSWORD_LENGTH) return 'passwordTooShort';
  if (password.length > MAX_PASSWORD_LENGTH) return 'tooLong';
  return (await isCommonPassword(password)) ? 'passwordCommon' : undefined;
}
