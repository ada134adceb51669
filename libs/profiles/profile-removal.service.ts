import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '#database/database.js';
import { Profile } from './profile.entity.js';
import { ProfileField } from './profile-field.entity.js';
import { ProfileNews } from './profile-news.service.js';

/** The name stays: a card without one could not be told from another. */
const FREE_TEXTS = ['about', 'supportSought', 'organisation', 'pronouns', 'contact'] as const;

/** What moderation takes away from a profile. */
@Injectable()
export class ProfileRemovalService {
  constructor(
    private readonly db: Database,
    private readonly news: ProfileNews,
  ) {}

  /** Empties what its owner wrote freely. Inside write(). */
  async removeTexts(profileId: string): Promise<void> {
    const { accountId } = await this.db.repo(Profile).findOneByOrFail({ id: profileId });
    await this.db
      .repo(ProfileField)
      .update(
        { profileId, kind: In(FREE_TEXTS) },
        { text: '', words: [], version: () => 'version + 1' },
      );
    const profile = { id: profileId, accountId };
    await this.news.changed(profile, FREE_TEXTS, { onlookers: [], widest: 'members' });
  }
}
