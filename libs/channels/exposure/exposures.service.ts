import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { AuditService } from '#audit/audit.service.js';
import { Database } from '#database/database.js';
import { Group, MemberListAudience } from '#groups/group.entity.js';
import { GroupMembersService } from '#groups/members/group-members.service.js';
import { Clock, DAY } from '#kernel/clock.js';
import { NotFound } from '#kernel/errors.js';
import {
  FORMER_MEMBERSHIP_PERIOD,
  GroupKind,
  isSteward,
  Membership,
  MembershipRole,
} from '#members/membership.entity.js';
import type { Viewer } from '#policy/viewer.js';
import type { ExposedChannel, Exposure, FormerMember } from './exposure.view.js';

const MAX_MEMBERS = 100;
const MAX_COUNTED = 1_000;

/**
 * Counts the messages of each channel that a member could read. $1 is the group, $2 the month in which the membership
 * began, $3 the end of its last day or month, $4 now. A channel that members read from its start hides the messages up to
 * `opened_version` from whoever joined after the group became less private. Where that time is not known, they count as
 * readable. One message more than MAX_COUNTED tells that there are more.
 */
const CHANNELS = `
  select c.id, c.name, c.history = 'start' as "isFromStart", n.* from channel c cross join lateral (
    select count(*)::int as "messageCount", coalesce(sum(m.files), 0)::int as "fileCount",
      count(*) filter (where m.has_link)::int as "linkCount"
    from (
      select coalesce(jsonb_array_length(s.attachments), 0) as files, s.body ~* 'https?://' as has_link
      from message_shown s
      where s.channel_id = c.id and s.created_at < $3 and s.expires_at > $4
        and s.deleted_at is null and s.retention is null
        and (s.created_at >= $2 or c.history = 'start'
          and (s.seq > c.opened_version or c.opened_at is null or $2 <= c.opened_at))
      order by s.seq desc limit ${MAX_COUNTED + 1}) m) n
  where c.group_id = $1 and c.created_at < $3
  order by lower(c.name), c.id`;

/**
 * Tells the stewards of a group for 30 days what a former member could read, from rights and never from reads. Nothing
 * depends on a time more exact than the day of the end: memberships that end at one moment belong together. In a coalition
 * it is the month, because those who leave on the day of a participant's end came through that participant.
 */
@Injectable()
export class ExposuresService {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly clock: Clock,
    private readonly members: GroupMembersService,
    private readonly audit: AuditService,
  ) {}

  /** The former members of a group, those of the last day first, by name; of a coalition by name alone. */
  async formerMembers(viewer: Viewer, groupId: string): Promise<FormerMember[]> {
    const group = await this.access.load(Group, groupId, viewer, 'read');
    const ended = await this.access
      .list(Membership, viewer, 'readExposure')
      .andWhere('it.group_id = :groupId', { groupId })
      .andWhere('it.ended_at >= :from', { from: this.firstReadableDay() })
      .orderBy(`date_trunc('day', it.ended_at, 'UTC')`, 'DESC')
      .addOrderBy('it.id')
      .limit(MAX_MEMBERS)
      .getMany();
    const names = await this.members.namesOf(ended.map(({ id }) => id));
    const former = ended.map(({ id, endedAt }) => ({
      ...{ id, name: names.get(id) ?? '', endedAt: periodOf(group, endedAt!).endedAt },
    }));
    const dayOf = ({ endedAt }: FormerMember) =>
      group.kind === GroupKind.coalition ? 0 : endedAt.getTime();
    return former.toSorted((a, b) => dayOf(b) - dayOf(a) || a.name.localeCompare(b.name));
  }

  /** Computes the exposure, and records in the audit log that the viewer read it. Counting locks nothing. */
  async read(viewer: Viewer, membershipId: string): Promise<Exposure> {
    const membership = await this.access.load(Membership, membershipId, viewer, 'readExposure');
    const { id, groupId, accountId } = membership;
    if (membership.endedAt! < this.firstReadableDay()) throw new NotFound();
    const group = await this.access.load(Group, groupId, viewer, 'read');
    const joinedAt = startOfMonth(membership.joinedAt);
    const { endedAt, countsUntil, readableUntil } = periodOf(group, membership.endedAt!);
    const values = [groupId, joinedAt, countsUntil, this.clock.now()];
    const channels = await this.db.query<ExposedChannel>(CHANNELS, values);
    const name = (await this.members.namesOf([id])).get(id) ?? '';
    await this.db.write(() =>
      this.audit.record(viewer, {
        ...{ action: 'readExposure', subjectType: 'Membership', subjectId: id, aboutId: accountId },
      }),
    );
    return {
      ...{ id, name, joinedAt, endedAt, readableUntil, channels },
      includesMemberList:
        group.memberList === MemberListAudience.members ||
        group.wasListClosed ||
        isSteward(membership) ||
        membership.previousRole === MembershipRole.steward,
    };
  }

  /** The policy allows the exact period; this ends it at the start of a day, so that no moment of leaving is told. */
  private firstReadableDay(): Date {
    return daysAfter(
      startOfDay(new Date(this.clock.now().getTime() - FORMER_MEMBERSHIP_PERIOD)),
      1,
    );
  }
}

/** The times of the end of a membership as stewards learn them: of a group by the day, of a coalition by the month. */
const periodOf = ({ kind }: Pick<Group, 'kind'>, exactly: Date) => {
  if (kind === GroupKind.coalition) {
    const endedAt = startOfMonth(exactly);
    const next = startOfMonth(daysAfter(endedAt, 31));
    return { endedAt, countsUntil: next, readableUntil: next };
  }
  const endedAt = startOfDay(exactly);
  const readableUntil = new Date(endedAt.getTime() + FORMER_MEMBERSHIP_PERIOD);
  return { endedAt, countsUntil: daysAfter(endedAt, 1), readableUntil };
};
const daysAfter = (at: Date, days: number): Date => new Date(at.getTime() + days * DAY);
const startOfDay = (at: Date): Date => new Date(at.toISOString().slice(0, 10));
const startOfMonth = (at: Date): Date => new Date(at.toISOString().slice(0, 7));
