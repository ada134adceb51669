import { Injectable } from '@nestjs/common';
import type { Config } from '#kernel/config.js';
import { TooMany } from '#kernel/errors.js';
import { FairQueue } from '#kernel/fair-queue.js';
import { InjectConfig } from '#kernel/kernel.module.js';

/** The account or network for which a password is hashed. It selects the queue. */
export type HashRequester =
  /** A session, a known browser or a mailed link of this account. */
  | { readonly accountId: string }
  /** Any other requester, identified by the client IP address. */
  | { readonly source: string };

/** A browser that tries to sign in, before it is known whether the account knows it. */
export interface SignInBrowser {
  /** The client IP address or network. */
  readonly source: string;
  /** The token of its device cookie. */
  readonly device: string | undefined;
}

/** Hashing runs on libuv's four threads. One thread stays free for file system and DNS work. */
const SLOTS_OF_ACCOUNTS = 2;
const SLOTS_OF_STRANGERS = 1;
/** Maximum number of PostgreSQL connections used by sign-ins of unidentified browsers. The pool has at least ten. */
const LOOK_UPS = 5;

/**
 * Limits how many passwords are hashed at once on this node. Known accounts have their own slots, so that password
 * guessing does not delay owners.
 */
@Injectable()
export class PasswordHashingQueuesService {
  private readonly accounts: FairQueue;
  private readonly strangers: FairQueue;
  private readonly lookUps = new FairQueue(LOOK_UPS, Infinity);

  constructor(@InjectConfig() { hashingQueue }: Config) {
    this.accounts = new FairQueue(SLOTS_OF_ACCOUNTS, hashingQueue);
    this.strangers = new FairQueue(SLOTS_OF_STRANGERS, hashingQueue);
  }

  /**
   * Limits the database look-ups before a sign-in, so that password guessing does not take all connections. Requests
   * with a device token are queued by that token, other requests by client IP address, because an owner may share the
   * address with an attacker. Never rejects a request, since a token may be forged.
   */
  lookUp<T>({ source, device }: SignInBrowser, work: () => Promise<T>): Promise<T> {
    return this.lookUps.run(device ?? source, work, busy);
  }

  /**
   * Runs `work` in a slot of the requester. Throws TooMany if the queue is full and the requester has the most entries
   * in it.
   */
  hash<T>(requester: HashRequester, work: () => Promise<T>): Promise<T> {
    return 'accountId' in requester
      ? this.accounts.run(requester.accountId, work, busy)
      : this.strangers.run(requester.source, work, busy);
  }
}

const busy = () => new TooMany('signIn.busy', 5);
