import { setTimeout as wait } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { type RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { Database } from '#database/database.js';
import { createRateLimiter, hashLimiterKey, secondsUntilAllowed } from '#database/rate-limiter.js';
import { clientNetworkOf } from '#kernel/client-network.js';
import { Clock, DAY, HOUR, SECOND } from '#kernel/clock.js';
import { TooMany } from '#kernel/errors.js';
import { FairQueue, type QueueSlot } from '#kernel/fair-queue.js';
import { Sealer } from '#kernel/sealed-box.js';

/** Requests without an account of one network in a day. */
const REQUESTS_PER_DAY = 3;
/** Requests without an account of the whole instance in an hour that are not delayed. */
const UNDELAYED_PER_HOUR = 60;
/** Delay of further ones: 2 s more for every 20 requests, at most 30 s. */
const STEP = { of: 20, lasts: 2 * SECOND, longest: 30 * SECOND };
/** Voice notes without an account of one network in a day: two for each of three requests, and some recorded again. */
const VOICES_PER_DAY = 20;
/** Voice notes that are read or wait for the cleaner on this node, each in memory. */
export const VOICE_SLOTS = 16;
const WAITING_VOICES = 500;
/** Wrong phrases of one network in a clock hour that are answered as wrong. */
const GUESSES = 10;
/** Phrases looked up at once on this node; the pool has at least ten connections. */
const LOOK_UPS = 5;
/** Phrases that wait for that; then the newest of the network with the most attempts is refused. */
const WAITING_LOOK_UPS = 2_000;

/** One of the places in which voice notes of people without an account are read. */
export interface VoicePlace {
  /** The key of the network that has it. */
  readonly key: string;
  /** Whether another voice note waits for a place. */
  readonly isWanted: boolean;
  /** Whether the note must give its place to another network, which has fewer. */
  readonly shouldYield: boolean;
  /** Keeps the place from now on, because the whole note has arrived. */
  keep(): void;
}

/**
 * Limits requests without an account and guesses of phrases by the client's network, so that nobody can close the pages for
 * others. The key of a counter is a keyed hash of the period and the network: a row contains no address, and rows of
 * different periods cannot be linked.
 */
@Injectable()
export class GuestRateLimits {
  private readonly key: Buffer;
  private readonly requests: RateLimiterPostgres;
  private readonly all: RateLimiterPostgres;
  private readonly guesses: RateLimiterPostgres;
  private readonly voices: RateLimiterPostgres;
  private readonly allVoices: RateLimiterPostgres;
  private readonly voiceUploads = new FairQueue(VOICE_SLOTS, WAITING_VOICES);
  private readonly lookUps = new FairQueue(LOOK_UPS, WAITING_LOOK_UPS);

  constructor(
    db: Database,
    private readonly clock: Clock,
    seal: Sealer,
  ) {
    this.key = seal.keyFor('support.guests');
    const hour = HOUR / SECOND;
    this.requests = createRateLimiter(db, {
      ...{ keyPrefix: 'guestAsk', points: REQUESTS_PER_DAY, seconds: DAY / SECOND },
    });
    this.all = createRateLimiter(db, {
      ...{ keyPrefix: 'guestAsks', points: UNDELAYED_PER_HOUR, seconds: hour },
    });
    this.voices = createRateLimiter(db, {
      ...{ keyPrefix: 'guestVoice', points: VOICES_PER_DAY, seconds: DAY / SECOND },
    });
    this.allVoices = createRateLimiter(db, {
      ...{ keyPrefix: 'guestVoices', points: UNDELAYED_PER_HOUR, seconds: hour },
    });
    this.guesses = createRateLimiter(db, {
      ...{ keyPrefix: 'casePhrase', points: GUESSES, seconds: hour },
    });
  }

  /** Counts one use. Throws the refusal if there is none left; a refused use counts for nothing. */
  private async count(
    limits: RateLimiterPostgres,
    key: string,
    refusal: (seconds: number) => Error,
  ): Promise<void> {
    const seconds = await secondsUntilAllowed(limits, key);
    if (seconds === undefined) return;
    await limits.reward(key, 1);
    throw refusal(seconds);
  }

  /**
   * Counts a request and makes it; one that is not made, or was made before, does not count. Throws TooMany for the fourth of
   * a network in a day. While the whole instance gets many, `make` runs after a delay; it is never refused for that reason.
   */
  async countRequest<T extends { readonly isNew: boolean }>(
    ip: string,
    make: () => Promise<T>,
  ): Promise<T> {
    const key = this.keyOf(ip, DAY);
    await this.count(
      this.requests,
      key,
      (seconds) => new TooMany('support.askedFromHere', seconds),
    );
    let isNew = false;
    try {
      await this.delay(this.all, this.keyOf('', HOUR));
      const made = await make();
      isNew = made.isNew;
      return made;
    } finally {
      // Counted before, so that the limit holds across nodes.
      if (!isNew) await this.requests.reward(key, 1);
    }
  }

  /**
   * Counts a voice note and takes it in. Throws TooMany beyond the limit of a network in a day, for which a note counts, too,
   * that arrived and was refused; one that did not arrive counts for nothing. Many notes of the whole instance wait, and
   * networks take turns.
   */
  async countVoiceAnswer<T>(ip: string, take: (place: VoicePlace) => Promise<T>): Promise<T> {
    const key = this.keyOf(ip, DAY);
    await this.count(this.voices, key, (seconds) => new TooMany('support.voicesFromHere', seconds));
    const hour = this.keyOf('', HOUR);
    let [hasArrived, isStored] = [false, false];
    try {
      await this.delay(this.allVoices, hour);
      const stored = await this.voiceUploads.run(
        key,
        (slot) => take(placeIn(this.voiceUploads, slot, () => (hasArrived = true))),
        () => new TooMany('support.voiceBusy', 5),
      );
      isStored = true;
      return stored;
    } finally {
      // Uploads that are worth nothing must not delay those of others.
      if (!isStored) await this.allVoices.reward(hour, 1);
      if (!hasArrived) await this.voices.reward(key, 1);
    }
  }

  /** Waits while the whole instance gets many, in the hour of this key. */
  private async delay(limits: RateLimiterPostgres, hour: string): Promise<void> {
    const over = await overLimit(limits, hour);
    const ms = Math.min(STEP.longest, STEP.lasts * Math.ceil(over / STEP.of));
    if (over > 0) await wait(ms, undefined, { ref: false });
  }

  /**
   * Evaluates a phrase; undefined means that it is wrong. Wrong ones are counted, except text that cannot be a phrase. Throws
   * TooMany for a wrong one after too many of them: a right phrase opens its case even then, because many people share a
   * network. Networks take turns, so that guesses of one network do not delay the others.
   */
  async guess<T>(
    ip: string,
    isPossible: boolean,
    look: () => Promise<T | undefined>,
  ): Promise<T | undefined> {
    const key = this.keyOf(ip, HOUR);
    const evaluate = isPossible ? () => this.evaluate(key, look) : look;
    return this.lookUps.run(key, evaluate, busy);
  }

  /** Counts the guess before evaluating it, so that the limit holds across nodes. */
  private async evaluate<T>(key: string, look: () => Promise<T | undefined>) {
    const seconds = await secondsUntilAllowed(this.guesses, key);
    const found = await look();
    if (found !== undefined) await this.guesses.reward(key, 1);
    else if (seconds !== undefined) throw new TooMany('support.phraseGuesses', seconds);
    return found;
  }

  private keyOf(ip: string, periodMs: number): string {
    const period = Math.floor(this.clock.now().getTime() / periodMs);
    return hashLimiterKey(this.key, `${periodMs} ${period} ${ip && clientNetworkOf(ip)}`);
  }
}

const busy = () => new TooMany('support.phraseGuesses', 5);

const placeIn = (queue: FairQueue, slot: QueueSlot, onArrival: () => void): VoicePlace => ({
  key: slot.key,
  get isWanted() {
    return queue.hasWaiting;
  },
  get shouldYield() {
    return queue.shouldYield(slot);
  },
  keep() {
    slot.isKept = true;
    onArrival();
  },
});

/** Counts one use. Returns by how many the limit is exceeded. */
async function overLimit(limits: RateLimiterPostgres, key: string): Promise<number> {
  try {
    await limits.consume(key);
    return 0;
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    return error.consumedPoints - UNDELAYED_PER_HOUR;
  }
}
