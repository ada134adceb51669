import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { Conflict, Invalid } from '#kernel/errors.js';
import { isSameName } from '#kernel/names/look-alike.js';
import type { Membership } from '#members/membership.entity.js';
import { MembershipsService } from '#members/memberships.service.js';
import type { Viewer } from '#policy/viewer.js';
import { ProfilesService } from '#profiles/profiles.service.js';
import { GroupMembersService } from './group-members.service.js';
import { PersonaNames } from './persona-names.js';
import type { JoinRequest } from '../joining/join-request.entity.js';
import type { PersonaInput } from './personas.inputs.js';

/** Being somebody else in one group. */
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
   * Takes another name in a group, changes what it says, or lays it down. What was said before stays under the name that
   * it was said under. Whoever spoke under a persona cannot lay it down: their profile would be the only one that came.
   */
  async set(viewer: Viewer, { membershipId, name, ...said }: PersonaInput): Promise<boolean> {
    const current = await this.memberships.current(viewer.accountId, membershipId);
    return this.members.inTurn(viewer, current, 'edit', async (membership) => {
      if (name === null) await this.assertSilent(membership);
      await this.assertOther(viewer.accountId, name, 'name');
      if (name) await this.names.assertFree(membership, name);
      const persona = name === null ? null : { ...said, name };
      await this.memberships.setPersona(membership.id, persona);
    });
  }

  /** A name that reads as the profile's would hide nothing: it was copied by mistake. `field`: where it was given. */
  async assertOther(accountId: string, name: string | null | undefined, field: string) {
    if (!name) return;
    const own = (await this.profiles.namesOf([accountId])).get(accountId) ?? '';
    if (isSameName(name, own)) throw new Invalid('input', { [field]: 'ownName' });
  }

  /** Whoever asks to join shows those who decide the name that the group will know, and no other. */
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
