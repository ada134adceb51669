import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { EventsService } from '#events/events.service.js';
import type { Group } from '#groups/group.entity.js';
import { NotFound } from '#kernel/errors.js';
import type { Viewer } from '#policy/viewer.js';
import { PlacesInCoalitionChanged, ShownParticipantsChanged } from '../coalitions.events.js';
import { LockedCoalitions } from '../locked-coalitions.js';
import { CoalitionEntries } from './coalition-entries.js';
import { GrantRows } from './grant-rows.js';
import type { HeldGrant } from './grant.view.js';
import type { TakePartInput } from './grants.inputs.js';
import { HeldGrants } from './held-grants.js';

/**
 * Lets the viewer accept or decline a grant, show the participant, and leave a coalition. The participant learns of none
 * of these choices.
 */
@Injectable()
export class TakingPartService {
  constructor(
    private readonly db: Database,
    private readonly grants: HeldGrants,
    private readonly coalitions: LockedCoalitions,
    private readonly rows: GrantRows,
    private readonly entries: CoalitionEntries,
    private readonly events: EventsService,
  ) {}

  held(viewer: Viewer): Promise<HeldGrant[]> {
    return this.grants.all(viewer);
  }

  countWaiting(viewer: Viewer): Promise<number> {
    return this.grants.countWaiting(viewer);
  }

  /**
   * Accepts a grant; one that is accepted already remains as it is. Throws NotFound for a grant that does not hold, and
   * where a separated person takes part or a coalition steward removed the viewer.
   */
  takePart(viewer: Viewer, { grantId, isShown, ...entry }: TakePartInput): Promise<Group> {
    return this.db.write(async () => {
      const {
        grant,
        coalitionId: groupId,
        now,
      } = await this.grants.lock(viewer, grantId, 'accept');
      const place = { accountId: grant.accountId, groupId };
      const before = await this.entries.explainedOf(place);
      if (!before || !grant.acceptedAt) {
        const { id } = await this.entries.start(now, groupId, entry);
        await this.rows.accept(grant.id, isShown ? id : null);
        // A new entry is notified by itself.
        if (before && isShown)
          await this.events.record(ShownParticipantsChanged, { coalitionId: groupId });
      }
      return this.grants.coalition(now, groupId);
    });
  }

  /** Declines a grant that is not accepted, or takes that back. Only the viewer's own devices are notified. */
  decline(viewer: Viewer, grantId: string, isDeclined: boolean): Promise<boolean> {
    return this.db.write(async () => {
      const { grant, coalitionId } = await this.grants.lock(viewer, grantId, 'decline');
      const { accountId } = grant;
      await this.rows.decline(grant.id, isDeclined);
      await this.events.record(PlacesInCoalitionChanged, { coalitionId, accountIds: [accountId] });
      return true;
    });
  }

  /**
   * Shows or hides the participant of an accepted grant, to those who take part. Throws NotFound for a grant that is not
   * accepted: nobody inside may be notified about somebody outside.
   */
  show(viewer: Viewer, grantId: string, isShown: boolean): Promise<boolean> {
    return this.db.write(async () => {
      const { grant, coalitionId } = await this.grants.lock(viewer, grantId, 'show');
      const { accountId, acceptedAt, shownInId } = grant;
      const entry = await this.entries.activeOf({ accountId, groupId: coalitionId });
      if (!entry || !acceptedAt) throw new NotFound();
      if ((shownInId === entry.id) === isShown) return true;
      await this.rows.show(grant.id, isShown ? entry.id : null);
      await this.events.record(ShownParticipantsChanged, { coalitionId });
      return true;
    });
  }

  leave(viewer: Viewer, coalitionId: string, deletesMessages: boolean): Promise<boolean> {
    return this.db.write(async () => {
      const { now } = await this.coalitions.lock(viewer, coalitionId, 'leaveCoalition');
      const place = { accountId: now.accountId, groupId: coalitionId };
      await this.entries.end(place, { deletesMessages });
      return true;
    });
  }
}
