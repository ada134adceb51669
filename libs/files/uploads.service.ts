import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { type RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { Database } from '#database/database.js';
import { createRateLimiter } from '#database/rate-limiter.js';
import type { Config } from '#kernel/config.js';
import { Invalid, type Refusal, TooMany } from '#kernel/errors.js';
import { InjectConfig } from '#kernel/kernel.module.js';

/** An upload whose body has not been read. */
export interface IncomingUpload {
  readonly headers: IncomingMessage['headers'];
  /** The body as a stream; anything else is refused. */
  readonly body: unknown;
  /** Whether the sender is still allowed to upload; checked every second. */
  isAllowed(): Promise<boolean>;
  /** Whether another sender waits for the place of this upload; a slow upload then ends. */
  isPlaceWanted?(): boolean;
  /** The refusal with which the upload must end now, if another sender has a better claim to its place. */
  mustEnd?(): Refusal | undefined;
  /** Those of pictures, unless given. */
  readonly refusals?: UploadRefusals;
}

/** The refusals of an upload, whose texts name the kind of file. */
export interface UploadRefusals {
  /** The request has no file, or an empty one. */
  noFile(): Refusal;
  tooLarge(): Refusal;
  tooSlow(): Refusal;
  /** The connection or the right of the sender ended during the upload. */
  cut(): Refusal;
  oneAtATime(): Refusal;
  tooMany(seconds: number): Refusal;
}

const OF_PICTURES: UploadRefusals = {
  noFile: () => new Invalid('upload.notAPicture'),
  tooLarge: () => new Invalid('upload.tooLarge'),
  tooSlow: () => new Invalid('upload.tooSlow'),
  cut: () => new Invalid('upload.cut'),
  oneAtATime: () => new TooMany('upload.oneAtATime', 5),
  tooMany: (seconds) => new TooMany('upload.tooMany', seconds),
};

const HOURLY = 30;
/** Part of the maximum duration in which no upload gives way to one that waits. */
const START = 1 / 12;
/** An upload gives way if it cannot end in its maximum duration even at this many times its speed so far. */
const FASTER = 2;

/** Receives files: one at a time per sender, with a limit per hour, a maximum duration and a maximum size. */
@Injectable()
export class UploadsService {
  private readonly underWay = new Set<string>();
  private readonly limits: RateLimiterPostgres;

  constructor(
    db: Database,
    @InjectConfig() private readonly config: Config,
  ) {
    this.limits = createRateLimiter(db, { keyPrefix: 'upload', points: HOURLY, seconds: 3_600 });
  }

  /** Reads the whole body, up to `most` bytes, and passes it to `work`. */
  async take<T>(
    sender: string,
    upload: IncomingUpload,
    most: number,
    work: (bytes: Buffer) => Promise<T>,
  ): Promise<T> {
    const { refusals = OF_PICTURES } = upload;
    if (this.underWay.has(sender)) throw refusals.oneAtATime();
    this.underWay.add(sender);
    try {
      await this.count(sender, refusals);
      return await work(await this.read(upload, most, refusals));
    } finally {
      this.underWay.delete(sender);
    }
  }

  private async read(
    { headers, body, isAllowed, isPlaceWanted, mustEnd }: IncomingUpload,
    most: number,
    refusals: UploadRefusals,
  ): Promise<Buffer> {
    if (!isStream(body)) throw refusals.noFile();
    const expected = Number(headers['content-length'] ?? most);
    if (expected > most) throw refusals.tooLarge();
    const limits = { most, expected, seconds: this.config.uploadSeconds, refusals };
    const bytes = await collect(body, {
      ...{ ...limits, isAllowed, isPlaceWanted: isPlaceWanted ?? (() => false) },
      mustEnd: mustEnd ?? ignore,
    });
    if (bytes.length === 0) throw refusals.noFile();
    return bytes;
  }

  private async count(sender: string, refusals: UploadRefusals): Promise<void> {
    try {
      await this.limits.consume(sender);
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error;
      throw refusals.tooMany(Math.ceil(error.msBeforeNext / 1000));
    }
  }
}

const isStream = (body: unknown): body is Readable =>
  typeof body === 'object' && body !== null && 'pipe' in body;

interface StreamLimits {
  readonly most: number;
  /** The length that the sender announced, else the maximum, in bytes. */
  readonly expected: number;
  readonly seconds: number;
  readonly refusals: UploadRefusals;
  isAllowed(): Promise<boolean>;
  isPlaceWanted(): boolean;
  mustEnd(): Refusal | undefined;
}

/**
 * Reads a whole stream. Beyond a limit it pauses the stream instead of destroying it, because the response uses the
 * same connection.
 */
function collect(
  stream: Readable,
  { most, expected, seconds, isAllowed, isPlaceWanted, mustEnd, refusals }: StreamLimits,
): Promise<Buffer> {
  // The sender can leave while the upload waits for a place.
  if (stream.destroyed) return Promise.reject(refusals.cut());
  return new Promise((done, fail) => {
    const chunks: Buffer[] = [];
    let [size, passed] = [0, 0];
    const stop = (refusal?: Refusal) => {
      clearTimeout(limit);
      clearInterval(asking);
      stream.off('data', take).off('end', end).off('close', cut).off('error', cut);
      stream.on('error', ignore).pause();
      if (refusal) fail(refusal);
      else done(Buffer.concat(chunks));
    };
    const take = (chunk: Buffer) => {
      chunks.push(chunk);
      size += chunk.length;
      if (size > most) stop(refusals.tooLarge());
    };
    const end = () => stop();
    const cut = () => stop(refusals.cut());
    const limit = setTimeout(() => stop(refusals.tooSlow()), seconds * 1_000);
    const isTooSlow = () =>
      passed > seconds * START && FASTER * (size / passed) * seconds < expected;
    const asking = setInterval(() => {
      passed += 1;
      const refusal = mustEnd();
      if (refusal) return stop(refusal);
      if (isTooSlow() && isPlaceWanted()) return stop(refusals.tooSlow());
      isAllowed().then((is) => is || stop(refusals.cut()), ignore);
    }, 1_000);
    stream.on('data', take).on('end', end).on('close', cut).on('error', cut);
  });
}

const ignore = () => undefined;
