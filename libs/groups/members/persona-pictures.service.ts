import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { FilesService } from '#files/files.service.js';
import { ProfilePicturesService } from '#files/profile-pictures.service.js';
import { Conflict, NotFound } from '#kernel/errors.js';
import { Membership } from '#members/membership.entity.js';
import { MembershipsService } from '#members/memberships.service.js';
import type { Viewer } from '#policy/viewer.js';
import { GroupMembersService } from './group-members.service.js';

/** Stores pictures of personas. Only members of the group can see them. */
@Injectable()
export class PersonaPicturesService {
  constructor(
    private readonly access: AccessService,
    private readonly members: GroupMembersService,
    private readonly memberships: MembershipsService,
    private readonly files: FilesService,
    private readonly pictures: ProfilePicturesService,
  ) {
    pictures.usedBy(
      `select persona_picture as name, account_id from membership where persona_picture <> ''`,
    );
  }

  /** Replaces the persona's picture and deletes the old file. Throws Conflict without a persona. */
  async put(viewer: Viewer, id: string, bytes: Buffer): Promise<string> {
    const membershipId = await this.memberships.current(viewer.accountId, id);
    const { personaPicture } = worn(
      await this.access.load(Membership, membershipId, viewer, 'edit'),
    );
    const name = await this.pictures.keep(viewer.accountId, bytes, personaPicture);
    try {
      await this.members.withGroupLock(viewer, membershipId, 'edit', (membership) =>
        this.memberships.setPersonaPicture(worn(membership), name),
      );
    } catch (error) {
      await this.files.destroy(name);
      throw error;
    }
    return name;
  }

  remove(viewer: Viewer, membershipId: string): Promise<boolean> {
    return this.members.withGroupLock(viewer, membershipId, 'removePicture', (membership) =>
      this.memberships.setPersonaPicture(membership, ''),
    );
  }

  /** Removes this picture for moderation. Does nothing if the persona has another one now. */
  async takeAway(name: string): Promise<void> {
    const membership = await this.memberships.withPersonaPicture(name);
    if (membership) await this.memberships.setPersonaPicture(membership, '');
  }

  /** The picture as base64, for a report; null if it no longer exists. */
  async asText(name: string): Promise<string | null> {
    return (await this.files.read(name, '256'))?.toString('base64') ?? null;
  }

  /** The picture, if the viewer is in the group. Throws NotFound otherwise and for an unknown name. */
  async read(viewer: Viewer, name: string, size: string): Promise<Buffer> {
    const worn = this.pictures.isName(name, size) ? await this.wornWith(viewer, name) : null;
    const bytes = worn ? await this.files.read(worn.personaPicture, size) : undefined;
    if (!bytes) throw new NotFound();
    return bytes;
  }

  private wornWith(viewer: Viewer, name: string): Promise<Membership | null> {
    return this.access
      .list(Membership, viewer)
      .andWhere(`it.persona_picture <> '' and it.persona_picture = :name`, { name })
      .getOne();
  }
}

/** Throws Conflict without a persona, because only personas have pictures of their own. */
function worn(membership: Membership): Membership {
  if (membership.personaName === null) throw new Conflict('persona.none');
  return membership;
}
