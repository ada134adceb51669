import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { EventsService } from '#events/events.service.js';
import { Job, On } from '#events/on.decorator.js';
import {
  CoalitionEntriesEnded,
  MembershipEnded,
  MembershipMessagesDeleted,
} from '#members/members.events.js';
import { type MembershipBatch, MessageErasureService } from './message-erasure.service.js';

const JOB = 'channels.formerMember';
/** By then a message that was being posted while its author left is stored. */
const AGAIN_AFTER_MS = 60_000;

/**
 * Brings the messages of former members up to date in batches. Readers see them without author, or deleted, at once (view
 * `message_shown`); these jobs make clients fetch them again, and empty the rows.
 */
@Injectable()
export class FormerMemberMessages {
  constructor(
    private readonly db: Database,
    private readonly events: EventsService,
    private readonly erasure: MessageErasureService,
  ) {}

  @On(MembershipEnded)
  hideAuthor({ membershipId }: { membershipId: string }): Promise<void> {
    return this.hide(membershipId);
  }

  @On(CoalitionEntriesEnded)
  async hideAuthors({ membershipIds = [] }: { membershipIds?: readonly string[] }): Promise<void> {
    for (const membershipId of membershipIds) await this.hide(membershipId);
  }

  @On(MembershipMessagesDeleted)
  async emptyMessages({ membershipId }: { membershipId: string }): Promise<void> {
    const rest: MembershipBatch = { membershipId, skipsDeleted: true };
    await this.events.ask(JOB, rest);
    await this.events.ask(JOB, rest, { delayMs: AGAIN_AFTER_MS });
  }

  private async hide(membershipId: string): Promise<void> {
    const batch: MembershipBatch = { membershipId };
    await this.events.ask(JOB, batch);
    await this.events.ask(JOB, { ...batch, isLate: true }, { delayMs: AGAIN_AFTER_MS });
  }

  @Job({ name: JOB })
  async next(payload: unknown): Promise<void> {
    const batch = payload as MembershipBatch;
    await this.db.write(async () => {
      const rest = await this.erasure.nextOfMembership(batch);
      if (rest) await this.events.ask(JOB, rest);
    });
  }
}
