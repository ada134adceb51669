import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { Database } from '#database/database.js';
import { EventsService } from '#events/events.service.js';
import { Clock } from '#kernel/clock.js';
import { Conflict } from '#kernel/errors.js';
import type { Viewer } from '#policy/viewer.js';
import { Introduction } from '../introduction.entity.js';
import { IntroductionLapsed, IntroductionPassedOn } from '../introductions.events.js';
import { introductionEventData } from '../introductions.service.js';

/** Passes a request on or lets it lapse. The requester is not notified of either. */
@Injectable()
export class PassOnIntroduction {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly events: EventsService,
    private readonly clock: Clock,
  ) {}

  /** Passes the request to its recipient. The introducer no longer has access. */
  pass(viewer: Viewer, id: string): Promise<boolean> {
    return this.db.write(async () => {
      const introduction = await this.mine(viewer, id, 'pass');
      introduction.passedAt = this.clock.now();
      await this.db.repo(Introduction).save(introduction);
      await this.events.record(IntroductionPassedOn, introductionEventData(introduction));
      return true;
    });
  }

  lapse(viewer: Viewer, id: string): Promise<boolean> {
    return this.db.write(async () => {
      const introduction = await this.mine(viewer, id, 'lapse');
      introduction.lapsedAt = this.clock.now();
      await this.db.repo(Introduction).save(introduction);
      await this.events.record(IntroductionLapsed, introductionEventData(introduction));
      return true;
    });
  }

  private async mine(viewer: Viewer, id: string, action: string): Promise<Introduction> {
    const introduction = await this.access.load(Introduction, id, viewer, action);
    if (introduction.expiresAt <= this.clock.now()) throw new Conflict('introduction.ended');
    return introduction;
  }
}
