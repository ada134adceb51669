import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Database } from '#database/database.js';
import { EventsService } from '#events/events.service.js';
import { Appeal } from '../appeals/appeal.entity.js';
import { Matter, MatterStage } from './matter.entity.js';
import { MatterAnswered, MatterAppealed, MatterClaimed } from '../moderation.events.js';

/** How a matter goes on by itself: with an answer, an appeal, an appeal that was heard. */
@Injectable()
export class MatterStages {
  constructor(
    private readonly db: Database,
    private readonly events: EventsService,
  ) {}

  /** In the same hands. */
  async put(matter: Matter, stage: MatterStage): Promise<void> {
    this.db.assertWriting();
    await this.db.repo(Matter).save(Object.assign(matter, { stage }));
    await this.events.record(MatterClaimed, { matterId: matter.id });
  }

  /** What was waited for came; whether it came in time. */
  async answer(id: string): Promise<boolean> {
    this.db.assertWriting();
    const matter = await this.locked(id);
    if (matter.closedAt) return false;
    if (matter.stage !== MatterStage.waiting) return true;
    await this.goOn(matter);
    await this.events.record(MatterAnswered, { matterId: id });
    return true;
  }

  /** It waits no more; its row is locked. */
  async goOn(matter: Matter): Promise<void> {
    this.db.assertWriting();
    const { open, inHand, waiting } = MatterStage;
    if (matter.stage === waiting) await this.put(matter, matter.assigneeId ? inHand : open);
  }

  /** It leaves the hands that it is in: others hear an appeal. */
  async appeal(id: string): Promise<void> {
    this.db.assertWriting();
    const matter = await this.locked(id);
    await this.put(Object.assign(matter, NOBODYS), MatterStage.appealed);
    await this.events.record(MatterAppealed, { matterId: id });
  }

  /** Once the last appeal is heard it is as it was before: closed, or in hand. */
  async heard(id: string): Promise<void> {
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
