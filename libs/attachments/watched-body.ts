import { PassThrough, type Readable } from 'node:stream';
import { Conflict, type Refusal, Unauthenticated } from '#kernel/errors.js';

interface Watch {
  readonly seconds: number;
  /** Whether whoever sends may still send. */
  isAllowed(): Promise<boolean>;
}

const ASK_EVERY_MS = 800;

/** The bytes of a request, cut when they take too long, when they break off, or when whoever sends may not any more. */
export class WatchedBody {
  readonly bytes = new PassThrough();
  /** Why it was cut. */
  refusal: Refusal | undefined;
  private readonly limit: NodeJS.Timeout;
  private readonly asking: NodeJS.Timeout;

  constructor(
    private readonly body: Readable,
    { seconds, isAllowed }: Watch,
  ) {
    this.limit = setTimeout(() => this.cut(new Conflict('upload.tooSlow')), seconds * 1_000);
    this.asking = setInterval(() => {
      isAllowed().then((is) => is || this.cut(new Unauthenticated()), ignore);
    }, ASK_EVERY_MS);
    this.bytes.on('error', ignore);
    body
      .on('error', () => this.bytes.destroy(new Error('broken off')))
      .once('close', () => body.readableEnded || this.bytes.destroy(new Error('broken off')))
      .pipe(this.bytes);
  }

  /** It is answered: what still comes is not read. */
  stop(): void {
    clearTimeout(this.limit);
    clearInterval(this.asking);
    this.body.unpipe(this.bytes).pause();
  }

  private cut(refusal: Refusal): void {
    this.refusal ??= refusal;
    this.body.unpipe(this.bytes);
    this.bytes.destroy(refusal);
  }
}

const ignore = () => undefined;
