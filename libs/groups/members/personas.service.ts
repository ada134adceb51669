import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { Conflict, Invalid } from '#kernel/errors.js';
import { areNamesConfusable } from '#kernel/names/confusable-names.js';
import { looksOfficial } from '#kernel/names/official-names.js';
import type { Membership } from '#members/membership.entity.js';
import { MembershipsService } from '#members/memberships.service.js';
import type { Viewer } from '#policy/viewer.js';
import { ProfilesService } from '#profiles/profiles.service.js';
import { GroupMembersService } from './group-members.service.js';
import { PersonaNames, type RefusedNames } from './persona-names.js';
import type { JoinRequest } from '../joining/join-request.entity.js';
import type { PersonaInput } from './personas.inputs.js';

/** Manages personas: names that are used in one group only. */
@Injectable()
export class PersonasService {
  constructor(
    private readonly db: Database,
    private readonly members: GroupMembersService,
    private readonly memberships: MembershipsService,
    private readonly profiles: ProfilesService,
    private readonly names: PersonaNames,
  ) {}

  /**
   * Sets, changes or ends the viewer's persona in a group. Earlier messages keep the name under which they were posted.
   * Throws Conflict when the viewer ends a persona that has posted: other members could recognise its owner, because
   * only one new name would appear at that moment.
   */
  async set(viewer: Viewer, { membershipId, name, ...said }: PersonaInput): Promise<boolean> {
    const current = await this.memberships.current(viewer.accountId, membershipId);
    return this.members.withGroupLock(viewer, current, 'edit', async (membership) => {
      if (name === null) await this.assertSilent(membership);
      await this.assertAllowed(viewer.accountId, name, 'name');
      if (name) await this.names.assertFree(membership, name);
      // A name that the viewer has stays, although somebody with an equal one entered later.
      if (name && name !== membership.personaName) {
        await this.names.assertNotRefused(viewer, membership.groupId, name);
      }
      const persona = name === null ? null : { ...said, name };
      await this.memberships.setPersona(membership.id, persona);
    });
  }

  /**
   * Throws Invalid if the name equals the profile's name, which would hide nothing, and Conflict if members could take it
   * for one of the instance or its duties. `field` names the input for the error.
   */
  async assertAllowed(accountId: string, name: string | null | undefined, field: string) {
    if (!name) return;
    if (looksOfficial(name)) throw new Conflict('persona.nameTaken');
    const own = (await this.profiles.namesOf([accountId])).get(accountId) ?? '';
    if (areNamesConfusable(name, own)) throw new Invalid('input', { [field]: 'ownName' });
  }

  /** Throws Conflict if another member has the name. The caller holds the lock of the group. */
  assertFree(place: Pick<Membership, 'accountId' | 'groupId'>, name: string): Promise<void> {
    return this.names.assertFree(place, name);
  }

  alsoRefuse(names: RefusedNames): void {
    this.names.alsoRefuse(names);
  }

  assertNotRefused(viewer: Viewer, groupId: string, name: string): Promise<void> {
    return this.names.assertNotRefused(viewer, groupId, name);
  }

  /** The name that stewards see in a join request: the persona's if there is one, else the profile's. */
  async nameOf({ accountId, personaName }: JoinRequest): Promise<string> {
    return personaName ?? (await this.profiles.namesOf([accountId])).get(accountId) ?? '';
  }

  private async assertSilent(membership: Membership): Promise<void> {
    if (membership.personaName === null) return;
    const { id, personaSince, joinedAt } = membership;
    const sql = 'select 1 from membership_said where membership_id = $1 and said_at >= $2 limit 1';
    const said = await this.db.query(sql, [id, personaSince ?? joinedAt]);
    if (said.length > 0) throw new Conflict('persona.spoke');
  }
}
