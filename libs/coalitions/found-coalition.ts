import { Injectable } from '@nestjs/common';
import { AuditService } from '#audit/audit.service.js';
import { Database } from '#database/database.js';
import { EventsService } from '#events/events.service.js';
import { AgreementsService } from '#groups/agreements/agreements.service.js';
import { CoalitionGroupsService } from '#groups/coalition-groups.service.js';
import type { Group } from '#groups/group.entity.js';
import { GroupFounded } from '#groups/groups.events.js';
import type { Viewer } from '#policy/viewer.js';
import { ContactQuotasService } from '#signin/accounts/contact-quotas.service.js';
import type { FoundCoalitionInput } from './coalitions.inputs.js';
import { ParticipantCandidates } from './participants/participant-candidates.js';
import { ParticipantsService } from './participants/participants.service.js';

/** Counts and records foundings. */
@Injectable()
export class CoalitionFoundingRecords {
  constructor(
    private readonly events: EventsService,
    private readonly audit: AuditService,
    private readonly quotas: ContactQuotasService,
  ) {}

  /** Throws TooMany if the account has founded as many coalitions as it may. */
  founding({ accountId }: Viewer): Promise<void> {
    return this.quotas.use(accountId, 'foundCoalition');
  }

  async founded(viewer: Viewer, groupId: string): Promise<void> {
    await this.events.record(GroupFounded, { groupId, founderId: viewer.accountId });
    // Without the id, as in CoalitionRecords.
    await this.audit.record(viewer, { action: 'foundCoalition', subjectType: 'Group' });
  }
}

@Injectable()
export class FoundCoalition {
  constructor(
    private readonly db: Database,
    private readonly candidates: ParticipantCandidates,
    private readonly participants: ParticipantsService,
    private readonly agreements: AgreementsService,
    private readonly coalitions: CoalitionGroupsService,
    private readonly records: CoalitionFoundingRecords,
  ) {}

  /**
   * Creates a coalition with the viewer's group or organisation as its first participant. Nobody takes part yet, not
   * even the founder. Only the demo world sets `slug`, because its addresses are fixed.
   */
  found(viewer: Viewer, input: FoundCoalitionInput, slug?: string): Promise<Group> {
    const { name, purpose, isListed, shownName = null, agreements } = input;
    return this.db.write(async () => {
      const candidate = await this.candidates.lock(viewer, input, 'foundCoalition');
      await this.records.founding(viewer);
      const coalition = await this.coalitions.create({ name, purpose, isListed }, slug);
      await this.agreements.start(coalition.id, viewer.accountId, agreements);
      await this.participants.add(coalition.id, candidate, shownName);
      await this.records.founded(viewer, coalition.id);
      return coalition;
    });
  }
}
