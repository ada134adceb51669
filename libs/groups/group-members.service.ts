import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { Database } from '#database/database.js';
import { Conflict } from '#kernel/errors.js';
import { decodeCursor, type Page, pageSize, toPage } from '#kernel/page.js';
import { Membership, MembershipRole } from '#members/membership.entity.js';
import { MembershipsService } from '#members/memberships.service.js';
import type { Viewer } from '#policy/viewer.js';

interface NameRow {
  membership_id: string;
  name: string;
}

/** The people of a group, each as their membership. */
@Injectable()
export class GroupMembersService {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly memberships: MembershipsService,
  ) {}

  /** In the order in which they joined. */
  async list(viewer: Viewer, groupId: string, after?: string | null): Promise<Page<Membership>> {
    const size = pageSize(50);
    const query = this.access
      .list(Membership, viewer)
      .andWhere('it.group_id = :groupId', { groupId })
      .orderBy('it.joined_at')
      .addOrderBy('it.id')
      .limit(size + 1);
    if (after) {
      const [joinedAt, id] = decodeCursor(after, 2);
      query.andWhere('(it.joined_at, it.id) > (:joinedAt, :id)', { joinedAt, id });
    }
    const rows = await query.getMany();
    return toPage(rows, size, (row) => [row.joinedAt.toISOString(), row.id]);
  }

  /** The names that others of the group see, by membership id. */
  async namesOf(membershipIds: readonly string[]): Promise<Map<string, string>> {
    const text = `select membership_id, name from membership_name where membership_id = any($1)`;
    const rows = await this.db.named<NameRow>('membership-names', text, [membershipIds]);
    return new Map(rows.map((row) => [row.membership_id, row.name]));
  }

  /** How many are in the group now. */
  count(groupId: string): Promise<number> {
    return this.memberships.countIn(groupId);
  }

  /** Leaves a group; its only steward hands it over first, unless nobody else is there. */
  leave(viewer: Viewer, membershipId: string): Promise<boolean> {
    return this.end(viewer, membershipId, 'leave');
  }

  remove(viewer: Viewer, membershipId: string): Promise<boolean> {
    return this.end(viewer, membershipId, 'remove');
  }

  /** Gives one's own stewardship to another of the group. */
  handOver(viewer: Viewer, membershipId: string): Promise<boolean> {
    return this.db.write(async () => {
      const to = await this.access.load(Membership, membershipId, viewer, 'handOver');
      const own = await this.memberships.activeOf(viewer.accountId, to.groupId);
      await this.memberships.setRole(to.id, MembershipRole.steward);
      if (own) await this.memberships.setRole(own.id, MembershipRole.member);
      return true;
    });
  }

  private end(viewer: Viewer, membershipId: string, action: string): Promise<boolean> {
    return this.db.write(async () => {
      const membership = await this.access.load(Membership, membershipId, viewer, action);
      await this.assertHeldAfterwards(membership);
      await this.memberships.end(membership);
      return true;
    });
  }

  private async assertHeldAfterwards({ groupId, role }: Membership): Promise<void> {
    if (role !== MembershipRole.steward) return;
    // Locked together, so that two stewards cannot both leave at the same moment.
    const all = await this.db.query<{ role: string }>(
      `select role from membership where group_id = $1 and ended_at is null order by id for update`,
      [groupId],
    );
    const stewards = all.filter((one) => one.role === (MembershipRole.steward as string)).length;
    if (stewards < 2 && all.length > 1) throw new Conflict('membership.lastSteward');
  }
}
