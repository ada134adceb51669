import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '#database/database.js';
import { FilesService } from '#files/files.service.js';
import { Profile } from './profile.entity.js';
import { ProfileField } from './persons/profile-field.entity.js';
import { ProfileChangeNoticesService } from './profile-change-notices.service.js';

/** The fields that moderation empties. The name stays, because nobody could tell profiles without a name apart. */
const FREE = [
  ...(['avatar', 'about', 'skills', 'supportSought'] as const),
  ...(['organisation', 'pronouns', 'contact'] as const),
] as const;

/** Removes content from a profile on behalf of moderation. */
@Injectable()
export class ProfileContentRemovalService {
  constructor(
    private readonly db: Database,
    private readonly news: ProfileChangeNoticesService,
    private readonly files: FilesService,
  ) {}

  /** Empties the free-text fields and deletes the picture. */
  async removeTexts(profileId: string): Promise<void> {
    this.db.assertWriting();
    const { accountId } = await this.db.repo(Profile).findOneByOrFail({ id: profileId });
    const fields = this.db.repo(ProfileField);
    const picture = await fields.findOneByOrFail({ profileId, kind: 'avatar' });
    if (picture.text) this.files.dropAfterCommit(picture.text);
    await fields.update(
      { profileId, kind: In(FREE) },
      { text: '', words: [], version: () => 'version + 1' },
    );
    const profile = { id: profileId, accountId };
    await this.news.changed(profile, FREE, { onlookers: [], widest: 'members' });
  }
}
