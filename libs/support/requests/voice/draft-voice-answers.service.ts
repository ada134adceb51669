import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { CleanerService } from '#cleaning/cleaner.service.js';
import { type CleanedFile, FileRefusedError, MAX_FILE_BYTES } from '#cleaning/cleaned-file.js';
import { Database } from '#database/database.js';
import { FilesService } from '#files/files.service.js';
import type { OpenFile } from '#files/file-storage.js';
import { Clock, DAY } from '#kernel/clock.js';
import { Invalid, NotFound, TooMany } from '#kernel/errors.js';
import { isId, newId } from '#kernel/ids.js';
import { KeyedBox } from '#kernel/sealing/keyed-box.js';
import { VoiceAnswer } from './voice-answer.entity.js';
import { VOICE_PART, VoiceBox, type VoiceDetails } from './voice-box.js';

/** How long an unsent note is stored. */
export const UNSENT_VOICE_RETENTION = DAY;
/** Five minutes, and the time that a browser needs to stop. */
const MAX_SECONDS = 5 * 60 + 5;
/** Maximum number of unsent notes of an account. */
const MAX_UNSENT = 12;

/** An unsent note with its key, which only its owner's device stores. */
export interface DraftVoice extends VoiceDetails {
  readonly id: string;
  readonly key: string;
  readonly expiresAt: Date;
}

/** Stores voice notes of requests that were not sent. `ownerId` is null for a person without an account. */
@Injectable()
export class DraftVoiceAnswersService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly cleaner: CleanerService,
    private readonly files: FilesService,
  ) {
    files.usedBy('select file as name from voice_answer');
  }

  /** Throws TooMany if the account has too many unsent notes. */
  async assertRoom(ownerId: string | null): Promise<void> {
    if (ownerId === null) return;
    const unsent = await this.db.repo(VoiceAnswer).countBy({ accountId: ownerId });
    if (unsent >= MAX_UNSENT) throw new TooMany('support.voiceTooMany', 3_600);
  }

  /** Re-encodes a recording in memory and stores it sealed. Throws Invalid for anything but a voice note of five minutes. */
  async store(ownerId: string | null, recording: Buffer): Promise<DraftVoice> {
    const { seconds, parts } = await this.clean(recording);
    const bytes = parts.get(VOICE_PART)!;
    if (bytes.length > MAX_FILE_BYTES.voice) throw new Invalid('support.voiceTooLarge');
    const [id, key] = [newId(), KeyedBox.newKey()];
    const box = new VoiceBox(id, key);
    const details = { seconds: seconds ?? 0, bytes: bytes.length };
    const file = await this.files.keep(new Map([[VOICE_PART, box.file.encrypt(bytes)]]));
    const createdAt = this.clock.now();
    const note = { id, createdAt, accountId: ownerId, file, sealed: box.seal(details) };
    await this.db.write(() => this.db.repo(VoiceAnswer).insert(note));
    return { ...details, id, key, expiresAt: this.clock.in(UNSENT_VOICE_RETENTION) };
  }

  /** Opens an unsent note for its owner. Throws NotFound for any other, and for a wrong key. */
  async open(ownerId: string | null, id: string, key: string): Promise<OpenFile> {
    const { file } = await this.own(ownerId, id, key);
    const opened = await this.files.openSealed(file, VOICE_PART, new VoiceBox(id, key).file);
    if (!opened) throw new NotFound();
    return opened;
  }

  /** Deletes an unsent note of its owner. */
  async discard(ownerId: string | null, id: string, key: string): Promise<void> {
    await this.db.write(async () => {
      const { file } = await this.own(ownerId, id, key);
      await this.db.repo(VoiceAnswer).delete(id);
      this.files.dropAfterCommit(file);
    });
  }

  /** Deletes the unsent notes that are older, and returns their number. */
  async forget(before: Date): Promise<number> {
    const gone = await this.db.query<{ file: string }>(
      `with gone as (delete from voice_answer where request_id is null and created_at <= $1 returning file)
       select file from gone`,
      [before],
    );
    for (const { file } of gone) this.files.dropAfterCommit(file);
    return gone.length;
  }

  /** Locks the note inside `write()`, so that it is not sent meanwhile. */
  private async own(ownerId: string | null, id: string, key: string): Promise<VoiceAnswer> {
    const where = { id, accountId: ownerId ?? IsNull(), requestId: IsNull() };
    const lock = this.db.isWriting ? ({ mode: 'pessimistic_write' } as const) : undefined;
    const row = isId(id)
      ? await this.db.repo(VoiceAnswer).findOne({ where, ...(lock && { lock }) })
      : null;
    if (!row?.sealed || !VoiceBox.open(id, key, row.sealed)) throw new NotFound();
    return row;
  }

  private async clean(recording: Buffer): Promise<CleanedFile> {
    const file = await this.cleaner.clean(recording).catch((error: unknown) => {
      if (error instanceof FileRefusedError) throw new Invalid('support.voiceNotAccepted');
      throw new TooMany('support.voiceBusy', 10); // The cleaner reached a limit, or its queue is full.
    });
    if (file.kind !== 'voice') throw new Invalid('support.voiceNotAccepted');
    if ((file.seconds ?? 0) > MAX_SECONDS) throw new Invalid('support.voiceTooLong');
    return file;
  }
}
