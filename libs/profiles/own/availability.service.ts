import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import type { Viewer } from '#policy/viewer.js';
import { OwnProfileService } from './own-profile.service.js';
import { Profile } from '../profile.entity.js';
import { ProfileField } from '../persons/profile-field.entity.js';
import { ProfileNews } from '../profile-news.service.js';

/** Whether a member takes requests for an introduction now. Whoever finds them reads it; nothing is kept of before. */
@Injectable()
export class AvailabilityService {
  constructor(
    private readonly db: Database,
    private readonly own: OwnProfileService,
    private readonly news: ProfileNews,
  ) {}

  /** Takes effect with its COMMIT. What was asked before waits on. It moves nobody to a fresher month. */
  setTakesRequests(viewer: Viewer, takesRequests: boolean): Promise<Profile> {
    return this.db.write(async () => {
      const profile = await this.own.profile(viewer);
      if (profile.takesRequests === takesRequests) return profile;
      await this.db.repo(Profile).update(profile.id, { takesRequests });
      const fields = this.db.repo(ProfileField);
      const name = await fields.findOneByOrFail({ profileId: profile.id, kind: 'name' });
      // Whoever sees the card sees it: it goes with the name, as the tint does.
      await this.news.changed(profile, ['colour'], { onlookers: [], widest: name.audience });
      return { ...profile, takesRequests };
    });
  }
}
