import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { NotFound } from '#kernel/errors.js';
import { MembershipsService } from '#members/memberships.service.js';
import type { Viewer } from '#policy/viewer.js';
import { ChosenGroup } from './chosen-group.entity.js';

/** Limits a field with the audience `groups` to chosen groups. */
@Injectable()
export class ChosenGroupsService {
  constructor(
    private readonly db: Database,
    private readonly memberships: MembershipsService,
  ) {}

  /**
   * Sets the chosen groups of a field. Throws NotFound for a group that the viewer is not in, whether it exists or not.
   */
  async choose(viewer: Viewer, fieldId: string, groupIds: readonly string[]): Promise<void> {
    this.db.assertWriting();
    const chosen = this.db.repo(ChosenGroup);
    await chosen.delete({ fieldId });
    for (const groupId of new Set(groupIds)) {
      const isOwn = viewer.groups.plain.includes(groupId);
      const membership = isOwn && (await this.memberships.activeOf(viewer.accountId, groupId));
      if (!membership) throw new NotFound();
      await chosen.insert({ fieldId, membershipId: membership.id });
    }
  }

  /** Copies the chosen groups of one field to another. */
  async copy(fromFieldId: string, toFieldId: string): Promise<void> {
    this.db.assertWriting();
    const chosen = this.db.repo(ChosenGroup);
    await chosen.delete({ fieldId: toFieldId });
    for (const { membershipId } of await chosen.findBy({ fieldId: fromFieldId })) {
      await chosen.insert({ fieldId: toFieldId, membershipId });
    }
  }

  /** The ids of the chosen groups in which the owner is still a member. */
  async of(fieldId: string): Promise<string[]> {
    const rows = await this.db.query<{ group_id: string }>(
      `select m.group_id from chosen_group c join membership m on m.id = c.membership_id
       where c.field_id = $1 and m.ended_at is null order by c.created_at, c.id`,
      [fieldId],
    );
    return rows.map((row) => row.group_id);
  }
}
