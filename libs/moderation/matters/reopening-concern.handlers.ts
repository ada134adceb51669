import { Injectable } from '@nestjs/common';
import { EventsService } from '#events/events.service.js';
import { On } from '#events/on.decorator.js';
import { ReopeningConcernRaised } from '#vetting/reopenings/reopening.events.js';
import { ReopeningsService } from '#vetting/reopenings/reopenings.service.js';
import { MatterClosed, MatterReported } from '../moderation.events.js';
import { OpenMatter } from './open-matter.js';

/**
 * Opens a matter when the two reviewers of a reopening have a concern about the member, and closes the reopening with
 * the matter. Such a matter needs no report.
 */
@Injectable()
export class ReopeningConcernHandlers {
  constructor(
    private readonly events: EventsService,
    private readonly matters: OpenMatter,
    private readonly reopenings: ReopeningsService,
  ) {}

  @On(ReopeningConcernRaised, { id: 'TakeReopenings.whenTwoAreConcerned' })
  async whenTwoAreConcerned({ reopeningId }: { reopeningId: string }): Promise<void> {
    const accountId = await this.reopenings.accountOf(reopeningId);
    if (!accountId) return;
    const { id: matterId } = await this.matters.about(accountId, null);
    await this.reopenings.handOver(reopeningId, matterId);
    await this.events.record(MatterReported, { matterId });
  }

  @On(MatterClosed, { id: 'TakeReopenings.whenTheMatterIsClosed' })
  whenTheMatterIsClosed({ matterId }: { matterId: string }): Promise<void> {
    return this.reopenings.endWith(matterId);
  }
}
