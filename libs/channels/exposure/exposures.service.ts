import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { AuditService } from '#audit/audit.service.js';
import { Database } from '#database/database.js';
import { Group, MemberListAudience } from '#groups/group.entity.js';
import { GroupMembersService } from '#groups/members/group-members.service.js';
import { Clock } from '#kernel/clock.js';
import { FORMER_MEMBERSHIP_PERIOD, isSteward, Membership } from '#members/membership.entity.js';
import type { Viewer } from '#policy/viewer.js';
import type { ExposedChannel, Exposure, FormerMember } from './exposure.view.js';

const MAX_MEMBERS = 100;
const MAX_COUNTED = 1_000;

/**
 * Counts the messages of each channel that a member could read. $1 is the group, $2 the start and $3 the end of the
 * membership, $4 now. A channel that members read from its start hides the messages up to `opened_version` from whoever
 * joined after the group became less private; the last of them shows whether the member was in the group before.
 */
const CHANNELS = `
  select c.id, c.name, c.history = 'start' as "isFromStart", n.* from channel c cross join lateral (
    select count(*)::int as "messageCount", coalesce(sum(m.files), 0)::int as "fileCount",
      count(*) filter (where m.has_link)::int as "linkCount"
    from (
      select coalesce(jsonb_array_length(s.attachments), 0) as files, s.body ~* 'https?://' as has_link
      from message_shown s
      where s.channel_id = c.id and s.created_at <= $3 and s.expires_at > $4
        and s.deleted_at is null and s.retention is null
        and (s.created_at >= $2 or c.history = 'start' and (s.seq > c.opened_version or $2 <= (
          select l.created_at from message l where l.channel_id = c.id and l.seq <= c.opened_version
          order by l.seq desc limit 1)))
      order by s.seq desc limit ${MAX_COUNTED}) m) n
  where c.group_id = $1 and c.created_at <= $3
  order by lower(c.name), c.id`;

/** Tells the stewards of a group for 30 days what a former member could read, from rights and never from reads. */
@Injectable()
export class ExposuresService {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly clock: Clock,
    private readonly members: GroupMembersService,
    private readonly audit: AuditService,
  ) {}

  /** The former members of a group whose exposure the viewer may read, the one who left last first. */
  async formerMembers(viewer: Viewer, groupId: string): Promise<FormerMember[]> {
    await this.access.load(Group, groupId, viewer, 'read');
    const ended = await this.access
      .list(Membership, viewer, 'readExposure')
      .andWhere('it.group_id = :groupId', { groupId })
      .orderBy('it.ended_at', 'DESC')
      .addOrderBy('it.id')
      .take(MAX_MEMBERS)
      .getMany();
    const names = await this.members.namesOf(ended.map(({ id }) => id));
    return ended.map(({ id, endedAt }) => ({
      ...{ id, name: names.get(id) ?? '', endedAt: startOfDay(endedAt!) },
    }));
  }

  /** Computes the exposure, and records in the audit log that the viewer read it. */
  read(viewer: Viewer, membershipId: string): Promise<Exposure> {
    return this.db.write(async () => {
      const membership = await this.access.load(Membership, membershipId, viewer, 'readExposure');
      const { id, groupId, accountId, endedAt } = membership;
      const group = await this.access.load(Group, groupId, viewer, 'read');
      await this.audit.record(viewer, {
        ...{ action: 'readExposure', subjectType: 'Membership', subjectId: id, aboutId: accountId },
      });
      const joinedAt = startOfMonth(membership.joinedAt);
      const values = [groupId, joinedAt, endedAt, this.clock.now()];
      return {
        ...{ id, name: (await this.members.namesOf([id])).get(id) ?? '', joinedAt },
        endedAt: startOfDay(endedAt!),
        readableUntil: new Date(endedAt!.getTime() + FORMER_MEMBERSHIP_PERIOD),
        channels: await this.db.query<ExposedChannel>(CHANNELS, values),
        includesMemberList:
          group.memberList === MemberListAudience.members ||
          group.wasListClosed ||
          isSteward(membership),
      };
    });
  }
}

const startOfDay = (at: Date): Date => new Date(at.toISOString().slice(0, 10));
const startOfMonth = (at: Date): Date => new Date(at.toISOString().slice(0, 7));
