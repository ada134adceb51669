import { Injectable } from '@nestjs/common';
import type { Config } from '#kernel/config.js';
import { TooMany } from '#kernel/errors.js';
import { FairQueue } from '#kernel/fair-queue.js';
import { InjectConfig } from '#kernel/kernel.module.js';

/** On whose behalf a password is hashed. */
export type Requester =
  /** A session, a known browser or a mailed link of this account. */
  | { readonly accountId: string }
  /** Anybody else, by their network source. */
  | { readonly source: string };

/** A browser in which somebody signs in, before anything is known of it. */
export interface Browser {
  /** Its network source. */
  readonly source: string;
  /** The token of its device cookie. */
  readonly device: string | undefined;
}

/** Hashing runs on libuv's four threads; one stays free for files and names. */
const SLOTS_OF_ACCOUNTS = 2;
const SLOTS_OF_STRANGERS = 1;
/** Connections to PostgreSQL that sign-ins may use at once before their browser is known; the pool has ten or more. */
const LOOK_UPS = 5;

/**
 * Limits how many passwords are hashed at once on this node. Accounts have slots of their own, so that however many
 * strangers guess, an owner waits only for other owners.
 */
@Injectable()
export class PasswordQueuesService {
  private readonly accounts: FairQueue;
  private readonly strangers: FairQueue;
  private readonly lookUps = new FairQueue(LOOK_UPS, Infinity);

  constructor(@InjectConfig() { hashingQueue }: Config) {
    this.accounts = new FairQueue(SLOTS_OF_ACCOUNTS, hashingQueue);
    this.strangers = new FairQueue(SLOTS_OF_STRANGERS, hashingQueue);
  }

  /**
   * Finds out whose browser a sign-in comes from, so that those who guess leave connections to everybody else. A browser
   * that brings a device token waits under it, whatever its network source: an owner may share that with those who guess.
   * Nobody is refused here, since a token may be made up.
   */
  lookUp<T>({ source, device }: Browser, work: () => Promise<T>): Promise<T> {
    return this.lookUps.run(device ?? source, work, busy);
  }

  /** Hashes in a slot of the requester. Throws TooMany when too many wait and the requester made the most attempts. */
  hash<T>(requester: Requester, work: () => Promise<T>): Promise<T> {
    return 'accountId' in requester
      ? this.accounts.run(requester.accountId, work, busy)
      : this.strangers.run(requester.source, work, busy);
  }
}

const busy = () => new TooMany('signIn.busy', 5);
