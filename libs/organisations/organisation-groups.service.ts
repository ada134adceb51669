import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { NotFound } from '#kernel/errors.js';
import { MembershipsService } from '#members/memberships.service.js';
import type { Viewer } from '#policy/viewer.js';
import { OrganisationGroup } from './organisation-group.entity.js';

/** Manages the groups in which an organisation with the audience `groups` is visible. */
@Injectable()
export class OrganisationGroupsService {
  constructor(
    private readonly db: Database,
    private readonly memberships: MembershipsService,
  ) {}

  /**
   * Replaces the chosen groups. Throws NotFound unless the viewer is in every group without a persona. The error is the
   * same for a group that does not exist.
   */
  async choose(viewer: Viewer, organisationId: string, groupIds: readonly string[]): Promise<void> {
    this.db.assertWriting();
    await this.forget(organisationId);
    for (const groupId of new Set(groupIds)) {
      const isOwn = viewer.groups.plain.includes(groupId);
      const membership = isOwn && (await this.memberships.activeOf(viewer.accountId, groupId));
      if (!membership) throw new NotFound();
      const chosen = { organisationId, membershipId: membership.id };
      await this.db.repo(OrganisationGroup).insert(chosen);
    }
  }

  /** Clears the chosen groups, so that a new spokesperson can choose. */
  async forget(organisationId: string): Promise<void> {
    this.db.assertWriting();
    await this.db.repo(OrganisationGroup).delete({ organisationId });
  }

  /**
   * Ids of the chosen groups, also those in which the spokesperson is not listed now: the organisation is not visible
   * there, but the choice is kept.
   */
  async chosenIn(organisationId: string): Promise<string[]> {
    const sql = `select m.group_id from organisation_group c
      join membership m on m.id = c.membership_id and m.ended_at is null and m.persona_name is null
      join affiliation f on f.organisation_id = c.organisation_id
        and f.account_id = m.account_id and f.is_spokesperson
      where c.organisation_id = $1 order by 1`;
    const rows = await this.db.query<{ group_id: string }>(sql, [organisationId]);
    return rows.map((row) => row.group_id);
  }

  /** Ids of the organisations that are visible in a group through this membership. */
  async openThrough(membershipId: string): Promise<string[]> {
    const chosen = await this.db.repo(OrganisationGroup).findBy({ membershipId });
    return chosen.map(({ organisationId }) => organisationId);
  }
}
