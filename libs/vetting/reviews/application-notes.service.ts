import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { Database } from '#database/database.js';
import { Clock } from '#kernel/clock.js';
import type { Viewer } from '#policy/viewer.js';
import { Application } from '../applications/application.entity.js';
import { ApplicationNote } from './application-note.entity.js';
import { ClaimsService } from './claims.service.js';
import { ReviewerActionLog } from '../reviewer-action-log.js';
import { ApplicationNoteWritten } from '../vetting.events.js';
import type { ApplicationNoteView } from '../applications/application-file.view.js';

/** Notes between reviewers of an application who disagree or are unsure. */
@Injectable()
export class ApplicationNotesService {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly clock: Clock,
    private readonly claims: ClaimsService,
    private readonly records: ReviewerActionLog,
  ) {}

  /** The notes of this round, oldest first; empty until the viewer has written a review. */
  async of(viewer: Viewer, { id, round }: Application): Promise<ApplicationNoteView[]> {
    const notes = await this.access
      .list(ApplicationNote, viewer)
      .andWhere('it.application_id = :id and it.round = :round', { id, round })
      .orderBy('it.created_at')
      .addOrderBy('it.id')
      .getMany();
    return notes.map((note) => viewOf(viewer, note));
  }

  /** How many notes the viewer may read, by application id. */
  async counts(viewer: Viewer, applicationIds: readonly string[]): Promise<Map<string, number>> {
    const rows = await this.access
      .list(ApplicationNote, viewer)
      .select('it.application_id', 'id')
      .addSelect('count(*)::int', 'count')
      .innerJoin('application', 'a', 'a.id = it.application_id and a.round = it.round')
      .andWhere('it.application_id = any(:applicationIds)', { applicationIds })
      .groupBy('it.application_id')
      .getRawMany<{ id: string; count: number }>();
    return new Map(rows.map(({ id, count }) => [id, count]));
  }

  async write(viewer: Viewer, applicationId: string, body: string): Promise<ApplicationNoteView> {
    await this.claims.sweep();
    return this.db.write(async () => {
      const { id, accountId, round } = await this.access.load(
        Application,
        applicationId,
        viewer,
        'note',
      );
      const notes = this.db.repo(ApplicationNote);
      const written = { applicationId: id, authorId: viewer.accountId, round, body };
      const note = await notes.save(notes.create({ ...written, createdAt: this.clock.now() }));
      await this.records.acted(viewer, { id, accountId }, 'note', ApplicationNoteWritten);
      return viewOf(viewer, note);
    });
  }
}

const viewOf = (
  { accountId }: Viewer,
  { id, body, createdAt, authorId }: ApplicationNote,
): ApplicationNoteView => ({ id, body, createdAt, isMine: authorId === accountId });
