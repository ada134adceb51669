import { PassThrough, type Readable } from 'node:stream';
import { Conflict, type Refusal, Unauthenticated } from '#kernel/errors.js';

interface Watch {
  readonly seconds: number;
  /** Whether the sender is still allowed to upload. */
  isAllowed(): Promise<boolean>;
}

const ASK_EVERY_MS = 800;

/**
 * The body of an upload request. The stream ends early if it takes too long, if it is aborted, or if its sender loses
 * the permission.
 */
export class LimitedUploadStream {
  readonly bytes = new PassThrough();
  /** The reason why the stream was cut off. */
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
      .on('error', () => this.bytes.destroy(new Error('the request was aborted')))
      .once(
        'close',
        () => body.readableEnded || this.bytes.destroy(new Error('the request was aborted')),
      )
      .pipe(this.bytes);
  }

  /** Stops reading, after the request was answered. */
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
