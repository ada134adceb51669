import { Injectable } from '@nestjs/common';
import {
  CoalitionInvitationEnded,
  CoalitionInvitationOpened,
} from '#coalitions/coalitions.events.js';
import { Database } from '#database/database.js';
import { On } from '#events/on.decorator.js';
import { NotificationsService } from './notifications.service.js';

const OWNERS = `
  select account_id from membership
    where group_id = $1 and group_kind = 'group' and role = 'steward' and ended_at is null
  union select account_id from affiliation where organisation_id = $2 and is_spokesperson`;

const newsOf = (id: string) => ({ subject: 'coalitionInvitation', id });

/**
 * Notifies the stewards of an invited group, or the spokesperson of an invited organisation. The coalition stewards are
 * not notified of an answer.
 */
@Injectable()
export class CoalitionInvitationHandlers {
  constructor(
    private readonly db: Database,
    private readonly notices: NotificationsService,
  ) {}

  @On(CoalitionInvitationOpened)
  async whenAnInvitationOpens({ invitationId: id }: { invitationId: string }): Promise<void> {
    const rows = await this.db.query<{ account_id: string }>(
      'select account_id from coalition_invitation_owner where invitation_id = $1',
      [id],
    );
    const told = { of: 'CoalitionInvitation', id, action: 'receive' };
    await this.notices.tell(
      rows.map((row) => row.account_id),
      told,
      newsOf(id),
    );
  }

  /** The row can no longer be read, so open pages are notified without checking the policy. */
  @On(CoalitionInvitationEnded)
  async whenAnInvitationEnds(of: { groupId: string | null; organisationId: string | null }) {
    const id = of.groupId ?? of.organisationId;
    if (!id) return;
    const rows = await this.db.query<{ account_id: string }>(OWNERS, [
      ...[of.groupId, of.organisationId],
    ]);
    this.notices.refresh(
      rows.map((row) => row.account_id),
      newsOf(id),
    );
  }
}
