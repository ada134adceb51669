import { Injectable } from '@nestjs/common';
import { Forbidden } from '#kernel/errors.js';
import { MembershipRole } from '#members/membership.entity.js';
import { MembershipsService } from '#members/memberships.service.js';
import { named } from '#members/persona.js';
import type { Viewer } from '#policy/viewer.js';
import { GroupLockService } from '../group-lock.service.js';
import { PersonaNames } from '../members/persona-names.js';
import { OpenWays } from './open-ways.service.js';

/** The step in which every way into a group ends. */
@Injectable()
export class EnterGroup {
  constructor(
    private readonly groupLock: GroupLockService,
    private readonly memberships: MembershipsService,
    private readonly ways: OpenWays,
    private readonly names: PersonaNames,
  ) {}

  /** Waits until nobody else changes who is in the group; gives the viewer with the rights of that moment. */
  inTurn(viewer: Viewer, groupId: string): Promise<Viewer> {
    return this.groupLock.acquireAs(viewer, groupId);
  }

  /** Puts an account into a group, unless a steward keeps it out; the other ways in that were open are closed. */
  async enter(accountId: string, groupId: string, personaName?: string | null): Promise<void> {
    await this.groupLock.acquire(groupId);
    // Whoever was removed while this waited has lost what they came by.
    if (await this.memberships.isBarred(accountId, groupId)) throw new Forbidden('group.removed');
    if (personaName) await this.names.assertFree({ accountId, groupId }, personaName);
    const persona = personaName ? named(personaName) : null;
    await this.memberships.start(accountId, groupId, MembershipRole.member, persona);
    await this.ways.close(accountId, groupId, 'accepted');
  }
}
