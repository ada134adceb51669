import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { Database } from '#database/database.js';
import { Conflict, NotFound } from '#kernel/errors.js';
import { Alliance } from '#members/relationships/alliance.entity.js';
import { AlliancesService } from '#members/relationships/alliances.service.js';
import type { Viewer } from '#policy/viewer.js';
import { Profile } from '#profiles/profile.entity.js';
import { AllyNote } from './ally-note.entity.js';
import type { AllyNoteText } from './ally-note.view.js';
import type { AllyNoteInput } from '../introductions.inputs.js';

/** Reads and writes private notes about allies, while the two are allies. */
@Injectable()
export class AllyNotesService {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly alliances: AlliancesService,
  ) {}

  /** The viewer's note about this ally; empty if there is none. */
  async read(viewer: Viewer, personId: string): Promise<AllyNoteText> {
    const pair = await this.pairOf(viewer, personId);
    return (await this.db.repo(AllyNote).findOneBy(pair)) ?? { text: '', version: 0 };
  }

  set(viewer: Viewer, input: AllyNoteInput): Promise<AllyNoteText> {
    return this.db.write(async () => {
      const pair = await this.pairOf(viewer, input.personId);
      const notes = this.db.repo(AllyNote);
      const there = await notes.findOne({ where: pair, lock: { mode: 'pessimistic_write' } });
      if ((there?.version ?? 0) !== input.version) throw new Conflict('allyNote.changedMeanwhile');
      const note = there ?? notes.create(pair);
      return notes.save({ ...note, text: input.text, version: input.version + 1 });
    });
  }

  /** Returns author and subject of the note. Throws NotFound unless the two are allies. */
  private async pairOf(viewer: Viewer, personId: string) {
    const { accountId: aboutId } = await this.access.load(Profile, personId, viewer, 'read');
    const there = await this.alliances.between(viewer.accountId, aboutId);
    if (!there) throw new NotFound();
    await this.access.load(Alliance, there.id, viewer, 'read');
    return { accountId: viewer.accountId, aboutId };
  }
}
