import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { AuditService } from '#audit/audit.service.js';
import { Database } from '#database/database.js';
import { Conflict, Invalid, NotFound } from '#kernel/errors.js';
import { isId } from '#kernel/ids.js';
import { decodeCursor, type Page, effectivePageSize, toPage } from '#kernel/pagination.js';
import { GroupKind, isSteward, Membership } from '#members/membership.entity.js';
import { MembershipsService } from '#members/memberships.service.js';
import type { Viewer } from '#policy/viewer.js';
import { Group } from '../group.entity.js';
import { GroupLockService } from '../group-lock.service.js';
import { PendingGroupJoinsService } from '../joining/pending-group-joins.service.js';
import type { GroupMembersArgs } from './group-members.inputs.js';

export interface LeaveChoices {
  /** Whether the only steward has read that members will be asked to take their place. */
  readonly isSuccessionKnown: boolean;
  readonly deletesMessages: boolean;
}

interface NameRow {
  membership_id: string;
  name: string;
}

const MAX_REMOVED = 100;

/** Keyset condition for the next page. The cursor contains only the membership's id, never the member's name. */
const AFTER = `(lower(n.name), it.id) > (
  select lower(l.name), l.membership_id from membership_name l
  where l.membership_id = :after and l.group_id = :groupId)`;

/** Matches a part of the name; case and accents are ignored. */
const NAMED = 'position(unaccent(lower(:words)) in unaccent(lower(n.name))) > 0';

/** Lists, removes and readmits members of groups. */
@Injectable()
export class GroupMembersService {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly memberships: MembershipsService,
    private readonly groupLock: GroupLockService,
    private readonly ways: PendingGroupJoinsService,
    private readonly audit: AuditService,
  ) {}

  /** Lists members by name, because the order of joining could reveal who somebody is in another group. */
  async list(viewer: Viewer, args: GroupMembersArgs): Promise<Page<Membership>> {
    const { groupId, words, after } = args;
    await this.access.load(Group, groupId, viewer, 'read');
    const size = effectivePageSize(50);
    const query = this.access
      .list(Membership, viewer)
      .innerJoin('membership_name', 'n', 'n.membership_id = it.id')
      .andWhere('it.group_id = :groupId', { groupId })
      .orderBy('lower(n.name)')
      .addOrderBy('it.id')
      .limit(size + 1);
    if (words) query.andWhere(NAMED, { words });
    if (after) query.andWhere(AFTER, { after: lastOf(after), groupId });
    const rows = await query.getMany();
    return toPage(rows, size, ({ id }) => [id]);
  }

  /** The names that other members of the group see, by membership id. */
  async namesOf(membershipIds: readonly string[]): Promise<Map<string, string>> {
    const text = `select membership_id, name from membership_name where membership_id = any($1)`;
    const rows = await this.db.named<NameRow>('membership-names', text, [membershipIds]);
    return new Map(rows.map((row) => [row.membership_id, row.name]));
  }

  /** Number of active members: of all for a steward, for others of those whom they see as a member. */
  count(viewer: Viewer, groupId: string): Promise<number> {
    return viewer.groups.steward.includes(groupId)
      ? this.memberships.countIn(groupId)
      : this.memberships.countShownIn(groupId, viewer.accountId);
  }

  /**
   * Ends the viewer's membership. Throws Conflict for the only steward while other members remain, unless
   * `isSuccessionKnown`. A suspended steward counts as a steward here, because the refusal would disclose the suspension.
   */
  leave(viewer: Viewer, membershipId: string, choices: LeaveChoices): Promise<boolean> {
    return this.withGroupLock(viewer, membershipId, 'leave', async (membership) => {
      if (!choices.isSuccessionKnown && (await this.isOnlySteward(membership))) {
        throw new Conflict('membership.lastSteward');
      }
      await this.memberships.end(membership);
      if (choices.deletesMessages) await this.memberships.deleteMessages(membership);
    });
  }

  remove(viewer: Viewer, membershipId: string): Promise<boolean> {
    return this.withGroupLock(viewer, membershipId, 'remove', async (membership) => {
      await this.memberships.bar(membership);
      await this.ways.close(membership.accountId, membership.groupId, 'withdrawn');
      await this.writeDown(viewer, 'remove', membership);
    });
  }

  /** Removed members whom no steward has readmitted, latest removal first. */
  async removed(viewer: Viewer, groupId: string): Promise<Membership[]> {
    const { kind } = await this.access.load(Group, groupId, viewer, 'read');
    const isCoalition = kind === GroupKind.coalition;
    await this.access.load(Group, groupId, viewer, isCoalition ? 'inviteParticipant' : 'invite');
    return this.access
      .list(Membership, viewer, 'readmit')
      .andWhere('it.group_id = :groupId', { groupId })
      .orderBy('it.barred_at', 'DESC')
      .addOrderBy('it.id')
      .take(MAX_REMOVED)
      .getMany();
  }

  /** Allows a removed member to join again by any way. */
  readmit(viewer: Viewer, membershipId: string): Promise<boolean> {
    return this.db.write(async () => {
      const membership = await this.access.load(Membership, membershipId, viewer, 'readmit');
      await this.memberships.readmit(membership);
      await this.writeDown(viewer, 'readmit', membership);
      return true;
    });
  }

  /**
   * Runs changes of one group one after the other. Each change loads the viewer's current rights after it holds the
   * lock.
   */
  async withGroupLock(
    viewer: Viewer,
    id: string,
    action: string,
    work: (membership: Membership) => Promise<void>,
  ): Promise<boolean> {
    return this.db.write(async () => {
      // Read without a lock, only to learn the group: its row must be locked first, to prevent deadlocks.
      const seen = isId(id) ? await this.access.loader(Membership, viewer).load(id) : null;
      if (!seen) throw new NotFound();
      const now = await this.groupLock.acquireAs(viewer, seen.groupId);
      await work(await this.access.load(Membership, id, now, action));
      return true;
    });
  }

  private async isOnlySteward(membership: Membership): Promise<boolean> {
    const { accountId, groupId } = membership;
    if (!isSteward(membership) || (await this.memberships.countIn(groupId)) === 1) return false;
    return !(await this.memberships.hasOtherSteward(accountId, groupId));
  }

  private writeDown(viewer: Viewer, action: string, { id, accountId }: Membership): Promise<void> {
    const act = { action, subjectType: 'Membership', subjectId: id, aboutId: accountId };
    return this.audit.record(viewer, act);
  }
}

function lastOf(cursor: string): string {
  const id = String(decodeCursor(cursor, 1)[0]);
  if (!isId(id)) throw new Invalid('page.cursor');
  return id;
}
