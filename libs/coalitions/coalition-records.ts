import { Injectable } from '@nestjs/common';
import { AuditService } from '#audit/audit.service.js';
import { EventsService } from '#events/events.service.js';
import type { Viewer } from '#policy/viewer.js';
import { PlacesInCoalitionChanged } from './coalitions.events.js';

/**
 * Records acts for a participant in the audit log, and events for the people whom they concern. An entry names neither
 * the participant nor the coalition: the same account acts in a group, too, so an id would tell auditors which group
 * that participant is. Nothing is recorded when a person accepts a grant, shows the participant or leaves.
 */
@Injectable()
export class CoalitionRecords {
  constructor(
    private readonly events: EventsService,
    private readonly audit: AuditService,
  ) {}

  act(
    viewer: Viewer,
    action: 'acceptInvitation' | 'takeOut' | 'nameDelegates' | 'grant' | 'withdrawGrant' | 'remove',
  ): Promise<void> {
    return this.audit.record(viewer, { action, subjectType: 'Participant' });
  }

  async placesChanged(coalitionId: string, accountIds: readonly string[]): Promise<void> {
    if (accountIds.length === 0) return;
    await this.events.record(PlacesInCoalitionChanged, { coalitionId, accountIds });
  }
}
