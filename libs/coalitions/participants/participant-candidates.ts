import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { Database } from '#database/database.js';
import { Group } from '#groups/group.entity.js';
import { GroupLockService } from '#groups/group-lock.service.js';
import { Invalid, NotFound } from '#kernel/errors.js';
import { isId } from '#kernel/ids.js';
import { Organisation, OrganisationAudience } from '#organisations/organisation.entity.js';
import type { Viewer } from '#policy/viewer.js';
import type { GroupOrOrganisationInput } from '../coalitions.inputs.js';
import type { Participant } from './participant.entity.js';

type Whose = Pick<Participant, 'groupId' | 'organisationId'>;

/** A group or organisation that may become a participant, with its row locked. */
export interface ParticipantCandidate extends Whose {
  /** Whether every member of the instance sees its own name, so that it needs no chosen one. */
  readonly isOpen: boolean;
}

const OPEN = `select exists (select 1 from "group" where id = $1 and is_listed)
  or exists (select 1 from organisation where id = $2 and audience = 'members') as is_open`;

/** Finds the group or organisation for which the viewer founds or joins a coalition. */
@Injectable()
export class ParticipantCandidates {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly groupLock: GroupLockService,
  ) {}

  /**
   * Locks the group or organisation, which must happen before the coalition is locked. Throws NotFound or Forbidden
   * unless the viewer may do this for it.
   */
  async lock(
    viewer: Viewer,
    input: GroupOrOrganisationInput,
    action: 'foundCoalition' | 'joinCoalition',
  ): Promise<ParticipantCandidate> {
    this.db.assertWriting();
    const { groupId, organisationId } = assertOne(input);
    if (organisationId) {
      if (!isId(organisationId)) throw new NotFound();
      await this.db.query('select 1 from organisation where id = $1 for update', [organisationId]);
      const { audience } = await this.access.load(Organisation, organisationId, viewer, action);
      return { groupId, organisationId, isOpen: audience === OrganisationAudience.members };
    }
    if (!isId(groupId)) throw new NotFound();
    const now = await this.groupLock.acquireAs(viewer, groupId);
    const { isListed } = await this.access.load(Group, groupId, now, action);
    return { groupId, organisationId, isOpen: isListed };
  }

  /** Whether every member of the instance sees the own name of this group or organisation. */
  async isOpen({ groupId, organisationId }: Whose): Promise<boolean> {
    const [row] = await this.db.query<{ is_open: boolean }>(OPEN, [groupId, organisationId]);
    return row!.is_open;
  }
}

/** Throws Invalid unless exactly one of the two ids is given. */
export function assertOne({ groupId, organisationId }: GroupOrOrganisationInput) {
  if (groupId && !organisationId) return { groupId, organisationId: null };
  if (organisationId && !groupId) return { groupId: null, organisationId };
  throw new Invalid('input', { groupId: 'missing' });
}
