import { Injectable, type OnApplicationShutdown, type OnModuleDestroy } from '@nestjs/common';
import {
  type CleanedFile,
  type CleaningRefusal,
  MAX_FILE_BYTES,
  FileRefusedError,
} from '#cleaning/cleaned-file.js';
import { CleanerService } from '#cleaning/cleaner.service.js';
import { Database } from '#database/database.js';
import { safeFileName } from '#files/file-name.js';
import { FilesService } from '#files/files.service.js';
import { UploadPartsService } from '#files/upload-parts.service.js';
import { Invalid } from '#kernel/errors.js';
import { ConcurrencyLimiter } from '#kernel/concurrency-limiter.js';
import { type AttachmentDetails, NO_DETAILS } from './attachment.entity.js';
import { type AttachmentBox, SealedAttachmentsService } from './sealed-attachments.service.js';
import { RealtimeService } from '#realtime/realtime.service.js';

const ENDINGS: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/gif': 'gif',
  'audio/webm': 'webm',
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
};

/** Maximum number of files sanitised at once, and of attempts per file. */
const AT_ONCE = 2;
const TRIES = 3;
const FULL = () => new Error('attachments: the queue is full');

interface Checked {
  readonly account_id: string;
}

/** Sanitises complete uploads. The stored file is always re-encoded, never the original. */
@Injectable()
export class UploadSanitiser implements OnModuleDestroy, OnApplicationShutdown {
  private readonly underWay = new Map<string, Promise<void>>();
  private readonly turns = new ConcurrencyLimiter(AT_ONCE, Infinity);
  private readonly accounts = new Map<string, ConcurrencyLimiter>();
  private isClosing = false;

  constructor(
    private readonly db: Database,
    private readonly cleaner: CleanerService,
    private readonly parts: UploadPartsService,
    private readonly files: FilesService,
    private readonly realtime: RealtimeService,
    private readonly sealed: SealedAttachmentsService,
  ) {}

  /** Starts no more work once the shutdown begins. */
  onModuleDestroy() {
    this.isClosing = true;
  }

  async onApplicationShutdown() {
    await Promise.all(this.underWay.values());
  }

  /**
   * Starts sanitising a complete upload in the background and notifies its owner of the result. Interrupted work is
   * resumed later.
   */
  async begin(id: string): Promise<void> {
    const begun = await this.db.query<Checked>(
      `with begun as (update attachment set state = 'checking', updated_at = clock_timestamp()
         where id = $1 and state = 'uploading' returning account_id) select account_id from begun`,
      [id],
    );
    if (begun.length > 0) void this.goOn(id);
  }

  /**
   * Resolves when the attempt is over. If an attempt fails for a reason other than the file itself, the file is kept
   * for another attempt.
   */
  goOn(id: string): Promise<void> {
    const there = this.underWay.get(id);
    if (there) return there;
    const work = this.db
      .outside(() => this.inTurn(id))
      .catch(() => undefined)
      .finally(() => this.underWay.delete(id));
    this.underWay.set(id, work);
    return work;
  }

  /** Sanitises one file per account at a time, so that an account with many files does not delay other accounts. */
  private async inTurn(id: string): Promise<void> {
    const [row] = await this.db.query<Checked>('select account_id from attachment where id = $1', [
      id,
    ]);
    if (!row) return;
    const key = row.account_id;
    const own = this.accounts.get(key) ?? new ConcurrencyLimiter(1, Infinity);
    this.accounts.set(key, own);
    const work = () => this.turns.take(() => this.attempt(id), FULL);
    await own.take(work, FULL).finally(() => own.isIdle && this.accounts.delete(key));
  }

  private async attempt(id: string): Promise<void> {
    if (this.isClosing) return;
    const [now] = await this.db.query<{ tries: number }>(
      `with begun as (update attachment set tries = tries + 1, updated_at = clock_timestamp()
         where id = $1 and state = 'checking' returning tries) select tries from begun`,
      [id],
    );
    if (!now) return;
    try {
      await this.work(id);
    } catch {
      if (this.isClosing) await this.giveBack(id);
      else if (now.tries >= TRIES) await this.end(id, 'broken');
    }
  }

  private async work(id: string): Promise<void> {
    const box = await this.boxOf(id);
    if (box === undefined) return;
    const bytes = await this.parts.read(id, box?.uploadKey);
    if (!bytes) return this.end(id, 'broken');
    try {
      await this.keep(id, box, await this.cleaner.clean(bytes));
      await this.parts.remove(id);
    } catch (error) {
      if (!(error instanceof FileRefusedError)) throw error; // The failure has another cause than the file.
      await this.end(id, error.why);
    }
  }

  private async keep(id: string, box: AttachmentBox | null, file: CleanedFile): Promise<void> {
    const { parts, kind, type, width, height, seconds, removed } = file;
    const bytes = parts.get('original')!.length;
    if (bytes > MAX_FILE_BYTES[kind]) throw new FileRefusedError('tooLarge');
    const stored = await this.files.keep(box ? box.sealParts(id, parts) : parts);
    const about = { type, width, height, seconds, removed: [...removed] };
    const told = await this.db.write(async () => {
      const said = await this.announced(id, box);
      if (!said) return [];
      const name = safeFileName(kind === 'document' ? said.name : '', ENDINGS[type]!);
      const details = { ...about, name, text: said.text };
      const sealed = box ? box.sealDetails(id, details) : null;
      return this.markReady(id, [stored, kind, bytes, sealed], sealed ? NO_DETAILS : details);
    });
    if (told.length === 0) return this.files.destroy(stored);
    this.tell(id, told);
  }

  private markReady(id: string, stored: readonly unknown[], details: AttachmentDetails) {
    const { name, type, width, height, seconds, removed } = details;
    return this.db.query<Checked>(
      `with kept as (update attachment set state = 'ready', file = $2, kind = $3, bytes = $4, sealed = $5, name = $6,
         type = $7, width = $8, height = $9, seconds = $10, removed = $11, updated_at = clock_timestamp()
       where id = $1 returning account_id) select account_id from kept`,
      [id, ...stored, name, type, width, height, seconds, removed],
    );
  }

  /**
   * Locks a file that is being checked and returns its name and description as the sender gave them; undefined if it is gone.
   * The sender may describe it meanwhile.
   */
  private async announced(id: string, box: AttachmentBox | null) {
    const [row] = await this.db.query<{ name: string; text: string; sealed: Buffer | null }>(
      `select name, text, sealed from attachment where id = $1 and state = 'checking' for update`,
      [id],
    );
    return row && box && row.sealed ? box.openDetails(id, row.sealed) : row;
  }

  /** The box of a file of a thread; null for any other file, and undefined if the file is gone. */
  private async boxOf(id: string): Promise<AttachmentBox | null | undefined> {
    const [row] = await this.db.query<{ channel_id: string | null }>(
      'select channel_id from attachment where id = $1',
      [id],
    );
    if (!row) return undefined;
    return row.channel_id === null ? null : this.sealed.boxOf(row.channel_id);
  }

  /** Does not count an attempt that the shutdown interrupted. */
  private async giveBack(id: string): Promise<void> {
    await this.db.query('update attachment set tries = tries - 1 where id = $1', [id]);
  }

  private async end(id: string, why: CleaningRefusal): Promise<void> {
    await this.refuse(id, why);
    await this.parts.remove(id);
  }

  private async refuse(id: string, why: CleaningRefusal): Promise<void> {
    const told = await this.db.query<Checked>(
      `with refused as (update attachment set state = 'refused', refusal = $2, updated_at = clock_timestamp()
       where id = $1 and state = 'checking' returning account_id) select account_id from refused`,
      [id, refusalOf(why).reason],
    );
    this.tell(id, told);
  }

  private tell(id: string, rows: readonly Checked[]): void {
    const ids = rows.map((row) => row.account_id);
    this.realtime.tell(ids, { subject: 'attachment', id });
  }
}

/** The message that the sender reads. */
function refusalOf(why: CleaningRefusal): Invalid {
  switch (why) {
    case 'notAccepted':
      return new Invalid('upload.notAccepted');
    case 'tooLarge':
      return new Invalid('upload.fileTooLarge');
    case 'tooMuchInside':
      return new Invalid('upload.tooMuchInside');
    case 'locked':
      return new Invalid('upload.locked');
    case 'macros':
      return new Invalid('upload.macros');
    default:
      return new Invalid('upload.broken');
  }
}
