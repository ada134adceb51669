import { Injectable } from '@nestjs/common';
import { type FindOptionsWhere, In, IsNull } from 'typeorm';
import { Database } from '#database/database.js';
import { FilesService } from '#files/files.service.js';
import { Conflict } from '#kernel/errors.js';
import { isId } from '#kernel/ids.js';
import { VoiceAnswer } from './voice-answer.entity.js';
import type { VoiceAnswerInput } from './voice-answer.inputs.js';
import { type SentVoice, VoiceBox } from './voice-box.js';

/** Makes unsent voice notes part of a request, and deletes them with it. */
@Injectable()
export class SentVoiceAnswersService {
  constructor(
    private readonly db: Database,
    private readonly files: FilesService,
  ) {}

  /**
   * Locks unsent notes and returns them as the content of the request stores them. `ownerId` is null for a person without
   * an account, whose notes are proved by their keys alone. Throws Conflict for a note that is absent, of another account,
   * or part of a request.
   */
  async open(ownerId: string | null, wanted: readonly VoiceAnswerInput[]): Promise<SentVoice[]> {
    this.db.assertWriting();
    if (wanted.length === 0) return [];
    const id = In(wanted.map(({ note }) => note).filter(isId));
    const rows = await this.db.repo(VoiceAnswer).find({
      where: { id, accountId: ownerId ?? IsNull(), requestId: IsNull() },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
    return wanted.map(({ note, key, question }) => {
      const sealed = rows.find((row) => row.id === note)?.sealed;
      const details = sealed && VoiceBox.open(note, key, sealed);
      if (!details) throw new Conflict('support.voiceGone');
      return { ...details, id: note, question, key };
    });
  }

  /** Makes notes that `open` returned part of a stored request. */
  async attach(requestId: string, notes: readonly SentVoice[]): Promise<void> {
    this.db.assertWriting();
    if (notes.length === 0) return;
    const sent = { requestId, accountId: null, sealed: null };
    await this.db.repo(VoiceAnswer).update({ id: In(notes.map(({ id }) => id)) }, sent);
  }

  /** Replaces the notes of a request without an account. Returns those for its content. */
  async replace(
    requestId: string,
    before: readonly SentVoice[],
    wanted: readonly VoiceAnswerInput[],
  ): Promise<SentVoice[]> {
    const sent = new Map(before.map((one) => [one.id, one]));
    const added = await this.open(
      null,
      wanted.filter(({ note }) => !sent.has(note)),
    );
    await this.attach(requestId, added);
    const ids = wanted.map(({ note }) => note);
    const gone = before.map(({ id }) => id).filter((id) => !ids.includes(id));
    await this.delete({ id: In(gone) });
    const byId = new Map([...sent, ...added.map((one) => [one.id, one] as const)]);
    return wanted.map(({ note, question }) => ({ ...byId.get(note)!, question }));
  }

  /** Deletes the notes of requests, whose content the caller changes. */
  async deleteOf(requestIds: readonly string[]): Promise<void> {
    this.db.assertWriting();
    await this.delete({ requestId: In([...requestIds]) });
  }

  /** Deletes the files of requests that are about to be deleted; their rows are deleted with them. */
  async dropFilesOf(requestIds: readonly string[]): Promise<void> {
    this.db.assertWriting();
    const rows = await this.db.repo(VoiceAnswer).findBy({ requestId: In([...requestIds]) });
    for (const { file } of rows) this.files.dropAfterCommit(file);
  }

  private async delete(notes: FindOptionsWhere<VoiceAnswer>): Promise<void> {
    const rows = await this.db.repo(VoiceAnswer).findBy(notes);
    await this.db.repo(VoiceAnswer).delete(notes);
    for (const { file } of rows) this.files.dropAfterCommit(file);
  }
}
