import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import type { Permitted } from '#access/permitted.js';
import { Database } from '#database/database.js';
import { Clock } from '#kernel/clock.js';
import type { Viewer } from '#policy/viewer.js';
import { MatterNote } from './matter-note.entity.js';
import type { MatterNoteView } from './matter-note.view.js';
import { MatterAudit } from './matter-audit.js';
import { Matter } from './matter.entity.js';

/** Reads and writes the notes that moderators leave in a matter. */
@Injectable()
export class MatterNotesService {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly clock: Clock,
    private readonly record: MatterAudit,
  ) {}

  /** Lists the notes of a matter, oldest first. */
  async of(
    viewer: Viewer,
    { id: matterId }: Permitted<Matter, 'readFile'>,
  ): Promise<MatterNoteView[]> {
    const order = { createdAt: 'ASC', id: 'ASC' } as const;
    const notes = await this.db.repo(MatterNote).find({ where: { matterId }, order });
    return notes.map((note) => viewOf(viewer, note));
  }

  /** Adds a note to a matter. Only the assignee of the matter may add one. */
  write(viewer: Viewer, matterId: string, body: string): Promise<MatterNoteView> {
    return this.db.write(async () => {
      const matter = await this.access.load(Matter, matterId, viewer, 'note');
      const note = await this.add(viewer, matter, body);
      await this.record.write(viewer, matter, 'note');
      return viewOf(viewer, note);
    });
  }

  add(
    { accountId: authorId }: Viewer,
    { id: matterId }: Permitted<Matter, 'note' | 'close'>,
    body: string,
  ): Promise<MatterNote> {
    this.db.assertWriting();
    const notes = this.db.repo(MatterNote);
    return notes.save(notes.create({ matterId, authorId, body, createdAt: this.clock.now() }));
  }
}

const viewOf = (
  { accountId }: Viewer,
  { id, body, createdAt, authorId }: MatterNote,
): MatterNoteView => ({ id, body, createdAt, isMine: authorId === accountId });
