import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { LockedAccessService } from '#access/locked-access.service.js';
import { Database } from '#database/database.js';
import { FilesService } from '#files/files.service.js';
import { ProfilePicturesService } from '#files/profile-pictures.service.js';
import { NotFound } from '#kernel/errors.js';
import { GroupKind } from '#members/membership.entity.js';
import type { Viewer } from '#policy/viewer.js';
import { Group } from '../group.entity.js';

/** Stores pictures of groups. Everybody who can read a group can see its picture. A coalition has none. */
@Injectable()
export class GroupPicturesService {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly locked: LockedAccessService,
    private readonly files: FilesService,
    private readonly pictures: ProfilePicturesService,
  ) {
    pictures.usedByGroups(
      `select g.picture as name, m.account_id from "group" g
       left join membership m on m.group_id = g.id and m.role = 'steward' and m.ended_at is null
       where g.picture is not null`,
    );
  }

  /** Replaces the group's picture and deletes the old file. */
  async put(viewer: Viewer, groupId: string, bytes: Buffer): Promise<string> {
    notCoalition(await this.access.load(Group, groupId, viewer, 'edit'));
    const name = await this.pictures.keepForGroup(viewer.accountId, bytes);
    try {
      await this.change(viewer, groupId, name);
    } catch (error) {
      await this.files.destroy(name);
      throw error;
    }
    return name;
  }

  remove(viewer: Viewer, groupId: string): Promise<Group> {
    return this.change(viewer, groupId, null);
  }

  /** Removes the picture for moderation. Does nothing if the group was deleted or has none. */
  async takeAway(id: string): Promise<void> {
    this.db.assertWriting();
    const lock = { mode: 'pessimistic_write' } as const;
    const group = await this.db.repo(Group).findOne({ where: { id }, lock });
    if (group) await this.replace(group, null);
  }

  /** The picture as base64, for a report; null without one. */
  async asText({ picture }: Group): Promise<string | null> {
    const bytes = picture === null ? undefined : await this.files.read(picture, '256');
    return bytes?.toString('base64') ?? null;
  }

  /** The picture, if the viewer may read its group now. Throws NotFound otherwise and for an unknown name. */
  async read(viewer: Viewer, name: string, size: string): Promise<Buffer> {
    const isShown = this.pictures.isName(name, size) && (await this.isShown(viewer, name));
    const bytes = isShown ? await this.files.read(name, size) : undefined;
    if (!bytes) throw new NotFound();
    return bytes;
  }

  private isShown(viewer: Viewer, name: string): Promise<boolean> {
    return this.access.list(Group, viewer).andWhere('it.picture = :name', { name }).getExists();
  }

  private change(viewer: Viewer, groupId: string, picture: string | null): Promise<Group> {
    return this.db.write(async () => {
      const group = await this.locked.load(Group, groupId, viewer, 'edit');
      notCoalition(group);
      return this.replace(group, picture);
    });
  }

  private async replace(group: Group, picture: string | null): Promise<Group> {
    if (group.picture !== null) this.files.dropAfterCommit(group.picture);
    await this.db.repo(Group).update(group.id, { picture });
    return Object.assign(group, { picture });
  }
}

/** Throws NotFound for a coalition, as if there were no such group. */
function notCoalition({ kind }: Group): void {
  if (kind !== GroupKind.group) throw new NotFound();
}
