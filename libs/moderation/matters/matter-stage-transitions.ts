import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Database } from '#database/database.js';
import { EventsService } from '#events/events.service.js';
import { Appeal } from '../appeals/appeal.entity.js';
import { Matter, MatterStage } from './matter.entity.js';
import { MatterAnswered, MatterAppealed, MatterAssignmentChanged } from '../moderation.events.js';

/** Moves a matter to its next stage after an answer, an appeal or a decided appeal. */
@Injectable()
export class MatterStageTransitions {
  constructor(
    private readonly db: Database,
    private readonly events: EventsService,
  ) {}

  /** Changes the stage and leaves the assignee as it is. */
  async put(matter: Matter, stage: MatterStage): Promise<void> {
    this.db.assertWriting();
    await this.db.repo(Matter).save(Object.assign(matter, { stage }));
    await this.events.record(MatterAssignmentChanged, { matterId: matter.id });
  }

  /** Continues a matter after the reported member answered. Returns false if it was already closed. */
  async answer(id: string): Promise<boolean> {
    this.db.assertWriting();
    const matter = await this.locked(id);
    if (matter.closedAt) return false;
    if (matter.stage !== MatterStage.waiting) return true;
    await this.endWaiting(matter);
    await this.events.record(MatterAnswered, { matterId: id });
    return true;
  }

  /** Ends the waiting stage. The caller must have locked the row. */
  async endWaiting(matter: Matter): Promise<void> {
    this.db.assertWriting();
    const { open, inHand, waiting } = MatterStage;
    if (matter.stage === waiting) await this.put(matter, matter.assigneeId ? inHand : open);
  }

  /** Reopens the matter for an appeal and clears the assignee, because another moderator must decide. */
  async appeal(id: string): Promise<void> {
    this.db.assertWriting();
    const matter = await this.locked(id);
    await this.put(Object.assign(matter, NOBODYS), MatterStage.appealed);
    await this.events.record(MatterAppealed, { matterId: id });
  }

  /** After the last open appeal is decided, sets the stage back to closed or assigned. */
  async afterAppealDecided(id: string): Promise<void> {
    this.db.assertWriting();
    const matter = await this.locked(id);
    if (await this.db.repo(Appeal).existsBy({ matterId: id, decidedAt: IsNull() })) return;
    if (matter.closedAt) await this.put(Object.assign(matter, NOBODYS), MatterStage.closed);
    else await this.put(matter, MatterStage.inHand);
  }

  locked(id: string): Promise<Matter> {
    this.db.assertWriting();
    const lock = { mode: 'pessimistic_write' } as const;
    return this.db.repo(Matter).findOneOrFail({ where: { id }, lock });
  }
}

const NOBODYS = { assigneeId: null, assignedAt: null };
