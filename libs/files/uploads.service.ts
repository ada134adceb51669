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
}

const HOURLY = 30;

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
    if (this.underWay.has(sender)) throw new TooMany('upload.oneAtATime', 5);
    this.underWay.add(sender);
    try {
      await this.count(sender);
      return await work(await this.read(upload, most));
    } finally {
      this.underWay.delete(sender);
    }
  }

  private async read({ headers, body, isAllowed }: IncomingUpload, most: number): Promise<Buffer> {
    if (!isStream(body)) throw new Invalid('upload.notAPicture');
    if (Number(headers['content-length'] ?? 0) > most) throw new Invalid('upload.tooLarge');
    const bytes = await collect(body, most, this.config.uploadSeconds, isAllowed);
    if (bytes.length === 0) throw new Invalid('upload.notAPicture');
    return bytes;
  }

  private async count(sender: string): Promise<void> {
    try {
      await this.limits.consume(sender);
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error;
      throw new TooMany('upload.tooMany', Math.ceil(error.msBeforeNext / 1000));
    }
  }
}

const isStream = (body: unknown): body is Readable =>
  typeof body === 'object' && body !== null && 'pipe' in body;

/**
 * Reads a whole stream. Beyond a limit it pauses the stream instead of destroying it, because the response uses the
 * same connection.
 */
function collect(
  stream: Readable,
  most: number,
  seconds: number,
  isAllowed: () => Promise<boolean>,
): Promise<Buffer> {
  return new Promise((done, fail) => {
    const chunks: Buffer[] = [];
    let size = 0;
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
      if (size > most) stop(new Invalid('upload.tooLarge'));
    };
    const end = () => stop();
    const cut = () => stop(new Invalid('upload.cut'));
    const limit = setTimeout(() => stop(new Invalid('upload.tooSlow')), seconds * 1_000);
    const asking = setInterval(() => {
      isAllowed().then((is) => is || stop(new Invalid('upload.cut')), ignore);
    }, 1_000);
    stream.on('data', take).on('end', end).on('close', cut).on('error', cut);
  });
}

const ignore = () => undefined;
