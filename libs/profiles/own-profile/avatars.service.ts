import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { FilesService } from '#files/files.service.js';
import { ProfilePicturesService } from '#files/profile-pictures.service.js';
import { NotFound } from '#kernel/errors.js';
import type { Viewer } from '#policy/viewer.js';
import { OwnProfileService } from './own-profile.service.js';
import { ProfileField } from '../persons/profile-field.entity.js';

/** The picture of a profile: a field whose value is a file name. */
@Injectable()
export class AvatarsService {
  constructor(
    private readonly access: AccessService,
    private readonly own: OwnProfileService,
    private readonly files: FilesService,
    private readonly pictures: ProfilePicturesService,
  ) {
    pictures.usedBy(
      `select text as name, account_id from profile_field where kind = 'avatar' and text <> ''`,
    );
  }

  /** Replaces the current picture and deletes its file. */
  async put(viewer: Viewer, bytes: Buffer): Promise<ProfileField> {
    const shown = await this.access
      .list(ProfileField, viewer, 'edit')
      .andWhere(`it.kind = 'avatar'`)
      .getOne();
    const name = await this.pictures.keep(viewer.accountId, bytes, shown?.text ?? '');
    try {
      return await this.own.change(viewer, 'avatar', 'any', (field) => this.replaced(field, name));
    } catch (error) {
      await this.files.destroy(name);
      throw error;
    }
  }

  remove(viewer: Viewer): Promise<ProfileField> {
    return this.own.change(viewer, 'avatar', 'any', (field) => this.replaced(field, ''));
  }

  /** Returns the picture if the viewer may read its field now. Otherwise throws NotFound, as for an unknown name. */
  async read(viewer: Viewer, name: string, size: string): Promise<Buffer> {
    const field = this.pictures.isName(name, size) ? await this.fieldOf(viewer, name) : null;
    const bytes = field ? await this.files.read(field.text, size) : undefined;
    if (!bytes) throw new NotFound();
    return bytes;
  }

  /** Requires read access to the name as well, because without the name the viewer does not see the profile. */
  private async fieldOf(viewer: Viewer, name: string): Promise<ProfileField | null> {
    const picture = (of: string) =>
      `${of}.kind = 'avatar' and ${of}.text <> '' and ${of}.text = :name`;
    const owner = `select o.profile_id from profile_field o where ${picture('o')}`;
    const [field, named] = await Promise.all([
      this.access.list(ProfileField, viewer).andWhere(picture('it'), { name }).getOne(),
      this.access
        .list(ProfileField, viewer)
        .andWhere(`it.kind = 'name' and it.profile_id in (${owner})`, { name })
        .getOne(),
    ]);
    return named && field;
  }

  private async replaced(field: ProfileField, text: string): Promise<ProfileField> {
    if (field.text) this.files.dropAfterCommit(field.text);
    return { ...field, text };
  }
}
