import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { FilesService } from '#files/files.service.js';
import { OwnPictures } from '#files/own-pictures.service.js';
import { Conflict, NotFound } from '#kernel/errors.js';
import { Membership } from '#members/membership.entity.js';
import { MembershipsService } from '#members/memberships.service.js';
import type { Viewer } from '#policy/viewer.js';
import { GroupMembersService } from './group-members.service.js';

/** The picture of a persona: seen by its group, and by nobody besides. */
@Injectable()
export class PersonaPictures {
  constructor(
    private readonly access: AccessService,
    private readonly members: GroupMembersService,
    private readonly memberships: MembershipsService,
    private readonly files: FilesService,
    private readonly pictures: OwnPictures,
  ) {
    pictures.usedBy(
      `select persona_picture as name, account_id from membership where persona_picture <> ''`,
    );
  }

  /** Takes the place of the one that is there, whose file goes. */
  async put(viewer: Viewer, id: string, bytes: Buffer): Promise<string> {
    const membershipId = await this.memberships.current(viewer.accountId, id);
    const { personaPicture } = worn(
      await this.access.load(Membership, membershipId, viewer, 'edit'),
    );
    const name = await this.pictures.keep(viewer.accountId, bytes, personaPicture);
    try {
      await this.set(viewer, membershipId, name);
    } catch (error) {
      await this.files.destroy(name);
      throw error;
    }
    return name;
  }

  remove(viewer: Viewer, membershipId: string): Promise<boolean> {
    return this.set(viewer, membershipId, '');
  }

  /** Moderation takes it away, and no other one; of one that is gone by now it changes nothing. */
  async takeAway(name: string): Promise<void> {
    const membership = await this.memberships.wearing(name);
    if (membership) await this.memberships.setPersonaPicture(membership, '');
  }

  /** The picture as text, for whoever forwards what they see; null where there is none any more. */
  async asText(name: string): Promise<string | null> {
    return (await this.files.read(name, '256'))?.toString('base64') ?? null;
  }

  /** The picture, if the viewer is in the group now; NotFound else, as of a name that never was. */
  async read(viewer: Viewer, name: string, size: string): Promise<Buffer> {
    const worn = this.pictures.isName(name, size) ? await this.wornWith(viewer, name) : null;
    const bytes = worn ? await this.files.read(worn.personaPicture, size) : undefined;
    if (!bytes) throw new NotFound();
    return bytes;
  }

  private set(viewer: Viewer, membershipId: string, name: string): Promise<boolean> {
    return this.members.inTurn(viewer, membershipId, 'edit', (membership) =>
      this.memberships.setPersonaPicture(name ? worn(membership) : membership, name),
    );
  }

  private wornWith(viewer: Viewer, name: string): Promise<Membership | null> {
    return this.access
      .list(Membership, viewer)
      .andWhere(`it.persona_picture <> '' and it.persona_picture = :name`, { name })
      .getOne();
  }
}

/** Only another name has another picture. */
function worn(membership: Membership): Membership {
  if (membership.personaName === null) throw new Conflict('persona.none');
  return membership;
}
