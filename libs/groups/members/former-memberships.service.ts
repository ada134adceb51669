import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { Database } from '#database/database.js';
import { FORMER_MEMBERSHIP_PERIOD, Membership } from '#members/membership.entity.js';
import { MembershipsService } from '#members/memberships.service.js';
import type { Viewer } from '#policy/viewer.js';
import type { FormerMembership } from './former-membership.view.js';

const MAX_SHOWN = 100;

/** Lists the viewer's memberships that ended in the last 30 days, and deletes what they posted under one of them. */
@Injectable()
export class FormerMembershipsService {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly memberships: MembershipsService,
  ) {}

  /** The former memberships, the one that ended last first. */
  async mine(viewer: Viewer): Promise<FormerMembership[]> {
    const ended = await this.access
      .list(Membership, viewer, 'deleteMessages')
      .andWhere('it.group_name is not null')
      .orderBy('it.ended_at', 'DESC')
      .addOrderBy('it.id')
      .take(MAX_SHOWN)
      .getMany();
    return ended.map((one) => ({
      ...{ id: one.id, kind: one.groupKind, groupName: one.groupName!, joinedAt: one.joinedAt },
      ...{ personaName: one.personaName, endedAt: one.endedAt! },
      deletableUntil: new Date(one.endedAt!.getTime() + FORMER_MEMBERSHIP_PERIOD),
      hasDeletedMessages: one.messagesDeletedAt !== null,
    }));
  }

  /** Deletes the messages for everybody, for good. A repeated request changes nothing. */
  deleteMessages(viewer: Viewer, membershipId: string): Promise<boolean> {
    return this.db.write(async () => {
      const membership = await this.access.load(Membership, membershipId, viewer, 'deleteMessages');
      await this.memberships.deleteMessages(membership);
      return true;
    });
  }
}
