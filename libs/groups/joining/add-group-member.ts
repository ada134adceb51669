import { Injectable } from '@nestjs/common';
import { Forbidden } from '#kernel/errors.js';
import { MembershipRole } from '#members/membership.entity.js';
import { MembershipsService } from '#members/memberships.service.js';
import { newPersona } from '#members/persona.js';
import type { Viewer } from '#policy/viewer.js';
import { GroupLockService } from '../group-lock.service.js';
import { PersonaNames } from '../members/persona-names.js';
import { PendingGroupJoinsService } from './pending-group-joins.service.js';

/** Adds an account to a group. Every way of joining uses this class. */
@Injectable()
export class AddGroupMember {
  constructor(
    private readonly groupLock: GroupLockService,
    private readonly memberships: MembershipsService,
    private readonly ways: PendingGroupJoinsService,
    private readonly names: PersonaNames,
  ) {}

  /** Locks the group and returns the viewer, reloaded with the current rights. */
  inTurn(viewer: Viewer, groupId: string): Promise<Viewer> {
    return this.groupLock.acquireAs(viewer, groupId);
  }

  /**
   * Adds an account to a group and closes its other pending requests and invitations. Throws Forbidden if the account
   * was removed and not readmitted.
   */
  async enter(accountId: string, groupId: string, personaName?: string | null): Promise<void> {
    await this.groupLock.acquire(groupId);
    // Check after the lock: a steward may have removed the account meanwhile.
    if (await this.memberships.isBarred(accountId, groupId)) throw new Forbidden('group.removed');
    if (personaName) await this.names.assertFree({ accountId, groupId }, personaName);
    const persona = personaName ? newPersona(personaName) : null;
    await this.memberships.start(accountId, groupId, MembershipRole.member, persona);
    await this.ways.close(accountId, groupId, 'accepted');
  }
}
