import { Injectable } from '@nestjs/common';
import { Forbidden } from '#kernel/errors.js';
import { MembershipRole } from '#members/membership.entity.js';
import { MembershipsService } from '#members/memberships.service.js';
import { newPersona } from '#members/persona.js';
import type { Viewer } from '#policy/viewer.js';
import { AgreementsService } from '../agreements/agreements.service.js';
import { GroupLockService } from '../group-lock.service.js';
import { PersonasService } from '../members/personas.service.js';
import { PersonaNames } from '../members/persona-names.js';
import { PendingGroupJoinsService } from './pending-group-joins.service.js';

interface NewMember {
  readonly accountId: string;
  readonly groupId: string;
  readonly personaName?: string | null | undefined;
}

/** Adds an account to a group. Every way of joining uses this class. */
@Injectable()
export class AddGroupMember {
  constructor(
    private readonly groupLock: GroupLockService,
    private readonly memberships: MembershipsService,
    private readonly ways: PendingGroupJoinsService,
    private readonly names: PersonaNames,
    private readonly personas: PersonasService,
    private readonly agreements: AgreementsService,
  ) {}

  /**
   * Throws Conflict unless the account consents to the current version of the agreements, and Invalid if its persona
   * has the name of its profile. The caller holds the lock of the group.
   */
  async assertMayEnter(
    { accountId, groupId, personaName }: NewMember,
    agreementsVersion: number,
  ): Promise<void> {
    await this.agreements.assertCurrent(groupId, agreementsVersion);
    await this.personas.assertAllowed(accountId, personaName, 'personaName');
  }

  /** Locks the group and returns the viewer, reloaded with the current rights. */
  inTurn(viewer: Viewer, groupId: string): Promise<Viewer> {
    return this.groupLock.acquireAs(viewer, groupId);
  }

  /** Adds an account that consents to the current version of the agreements. Throws like `assertMayEnter` and `enter`. */
  async enterNow(member: NewMember, version: number): Promise<void> {
    await this.assertMayEnter(member, version);
    await this.enter(member, version);
  }

  /**
   * Adds an account to a group under the version of the agreements that it consented to, and closes its other pending
   * requests and invitations. `consentedAt` is now, unless the account consented in an earlier request. Throws Forbidden
   * if the account was removed and not readmitted, or if the group is archived.
   */
  async enter(
    { accountId, groupId, personaName }: NewMember,
    agreementsVersion: number,
    consentedAt?: Date | null,
  ): Promise<void> {
    await this.groupLock.acquire(groupId);
    // Check after the lock: a steward may have removed the account or archived the group meanwhile.
    if (await this.memberships.isBarred(accountId, groupId)) throw new Forbidden('group.removed');
    if (await this.groupLock.isArchived(groupId)) throw new Forbidden('group.archived');
    if (personaName) await this.names.assertFree({ accountId, groupId }, personaName);
    const persona = personaName ? newPersona(personaName) : null;
    await this.memberships.start(accountId, groupId, MembershipRole.member, persona);
    await this.agreements.begin({ accountId, groupId }, agreementsVersion, consentedAt);
    await this.ways.close(accountId, groupId, 'accepted');
  }
}
