import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { Database } from '#database/database.js';
import { Group } from '#groups/group.entity.js';
import { NotFound } from '#kernel/errors.js';
import { isId } from '#kernel/ids.js';
import { GroupKind } from '#members/membership.entity.js';
import { Organisation } from '#organisations/organisation.entity.js';
import type { Viewer } from '#policy/viewer.js';
import { assertOne } from '../participants/participant-candidates.js';
import type { GroupOrOrganisationInput } from '../coalitions.inputs.js';
import { CoalitionInvitation } from './coalition-invitation.entity.js';

/** The group or organisation of an invitation, or a link. */
export interface InvitedParty {
  readonly groupId: string | null;
  readonly organisationId: string | null;
}

const LINK: InvitedParty = { groupId: null, organisationId: null };

/** Finds the group or organisation that a coalition steward invites. */
@Injectable()
export class InvitedParties {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
  ) {}

  /**
   * Locks the row as the foreign key of the invitation does, before the coalition is locked: groups come before
   * coalitions in the order of locks.
   */
  async hold({ groupId, organisationId }: GroupOrOrganisationInput): Promise<void> {
    this.db.assertWriting();
    const lock = (table: string, id: string) =>
      this.db.query(`select 1 from ${table} where id = $1 for key share`, [id]);
    if (groupId && isId(groupId)) await lock('"group"', groupId);
    if (organisationId && isId(organisationId)) await lock('organisation', organisationId);
  }

  /**
   * Throws NotFound unless the viewer can see it. A coalition cannot be invited. The caller has held it.
   */
  async find(viewer: Viewer, input: GroupOrOrganisationInput): Promise<InvitedParty> {
    if (!input.groupId && !input.organisationId) return LINK;
    const { groupId, organisationId } = assertOne(input);
    if (groupId) {
      const group = isId(groupId) ? await this.access.loader(Group, viewer).load(groupId) : null;
      if (group?.kind !== GroupKind.group) throw new NotFound();
      return { groupId, organisationId };
    }
    const id = organisationId!;
    const found = isId(id) ? await this.access.loader(Organisation, viewer).load(id) : null;
    if (!found || found.endedAt) throw new NotFound();
    return { groupId, organisationId };
  }

  /**
   * The name of the group or organisation of an invitation; null for a link, if the viewer cannot see it, and if the
   * invitation was deleted. The caller has checked that the viewer may know of the invitation.
   */
  async nameFor(viewer: Viewer, invitationId: string): Promise<string | null> {
    const invitation = await this.db.repo(CoalitionInvitation).findOneBy({ id: invitationId });
    if (!invitation) return null;
    const { groupId, organisationId } = invitation;
    const found = groupId
      ? await this.access.loader(Group, viewer).load(groupId)
      : organisationId && (await this.access.loader(Organisation, viewer).load(organisationId));
    return found ? found.name : null;
  }
}
