import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { Injectable } from '@nestjs/common';
import { Invalid } from '#kernel/errors.js';
import { countCharacters } from '#kernel/text.js';
import { isCommon } from './common-passwords.js';
import { PasswordQueuesService, type Requester } from './password-queues.service.js';

/** Argon2id with the floor of OWASP's password storage sheet: 19 MiB, two passes, one lane. */
const COST = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 };
export const SHORTEST = 12;
/** Longer ones are refused at every door, so that nobody makes us hash a book. */
export const LONGEST = 512;

/** No password has this hash. It is compared where there is no account, so that it takes the same time. */
const NOBODYS = `$argon2id$v=19$m=${COST.memoryCost},t=${COST.timeCost},p=${COST.parallelism}$${random(16)}$${random(32)}`;

/** The one place where passwords are hashed and compared. */
@Injectable()
export class PasswordsService {
  constructor(private readonly queues: PasswordQueuesService) {}

  /** The hash to keep; throws Invalid on `field` for a password that is too short, too long or common. */
  async choose(password: string, requester: Requester, field = 'password'): Promise<string> {
    await this.assertGood(password, field);
    return this.queues.hash(requester, () => this.hash(password));
  }

  /** Passes for a password that may be chosen; else Invalid on `field`. */
  async assertGood(password: string, field = 'password'): Promise<void> {
    const problem = await problemOf(password);
    if (problem) throw new Invalid('input', { [field]: problem });
  }

  /** The hash of a password, whatever it is, at once: requests go through `choose`. */
  hash(password: string): Promise<string> {
    return hash(password.normalize('NFC'), COST);
  }

  /**
   * Whether the password is the one of the hash. Without a hash it does the same work and says no. It waits for no slot:
   * requests call it inside `GuessesService.attempt`, which has one.
   */
  async verify(kept: string | null | undefined, password: string): Promise<boolean> {
    const given = password.slice(0, LONGEST).normalize('NFC');
    const isSame = await verify(kept ?? NOBODYS, given);
    return isSame && typeof kept === 'string' && password.length <= LONGEST;
  }
}

/** Random bytes as a hash writes them. */
function random(size: number): string {
  return randomBytes(size).toString('base64').replaceAll('=', '');
}

async function problemOf(password: string): Promise<string | undefined> {
  if (countCharacters(password) < SHORTEST) return 'passwordTooShort';
  if (password.length > LONGEST) return 'tooLong';
  return (await isCommon(password)) ? 'passwordCommon' : undefined;
}
