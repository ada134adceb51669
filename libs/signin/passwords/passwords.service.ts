import { hash, verify } from '@node-rs/argon2';
import { Injectable } from '@nestjs/common';
import { Invalid, TooMany } from '#kernel/errors.js';
import { newToken } from '#kernel/ids.js';
import { countCharacters } from '#kernel/text.js';
import { isCommon } from './common-passwords.js';
import { Turns } from '#kernel/turns.js';

/** Argon2id with the floor of OWASP's password storage sheet: 19 MiB, two passes, one lane. */
const COST = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 };
export const SHORTEST = 12;
/** Longer ones are refused at every door, so that nobody makes us hash a book. */
export const LONGEST = 512;

/** Hashing runs on libuv's four threads; one stays free for files and names. */
const AT_ONCE = 3;
const WAITING = 100;

/** The one place where passwords are hashed and compared. */
@Injectable()
export class PasswordsService {
  private readonly turns = new Turns(AT_ONCE, WAITING);
  /** Nobody's password: compared where there is no account, so that it takes the same time. */
  private nobodys: Promise<string> | undefined;

  /** The hash to keep; throws Invalid on `field` for a password that is too short, too long or common. */
  async choose(password: string, field = 'password'): Promise<string> {
    await this.assertGood(password, field);
    return this.hash(password);
  }

  /** Passes for a password that may be chosen; else Invalid on `field`. */
  async assertGood(password: string, field = 'password'): Promise<void> {
    const problem = await problemOf(password);
    if (problem) throw new Invalid('input', { [field]: problem });
  }

  /** The hash of a password, whatever it is. */
  hash(password: string): Promise<string> {
    return this.turns.take(() => hash(password.normalize('NFC'), COST), busy);
  }

  /** Whether the password is the one of the hash. Without a hash it does the same work and says no. */
  async verify(kept: string | null | undefined, password: string): Promise<boolean> {
    this.nobodys ??= this.hash(newToken());
    const nobodys = await this.nobodys;
    const given = password.slice(0, LONGEST).normalize('NFC');
    const isSame = await this.turns.take(() => verify(kept ?? nobodys, given), busy);
    return isSame && typeof kept === 'string' && password.length <= LONGEST;
  }
}

const busy = () => new TooMany('signIn.busy', 5);

async function problemOf(password: string): Promise<string | undefined> {
  if (countCharacters(password) < SHORTEST) return 'passwordTooShort';
  if (password.length > LONGEST) return 'tooLong';
  return (await isCommon(password)) ? 'passwordCommon' : undefined;
}
