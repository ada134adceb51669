import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import type { Viewer } from '#policy/viewer.js';
import { OwnProfileService } from './own-profile.service.js';
import { Profile } from '../profile.entity.js';
import { ProfileField } from '../persons/profile-field.entity.js';
import { ProfileChangeNoticesService } from '../profile-change-notices.service.js';

/**
 * Changes whether a member takes requests for introductions. Viewers of the profile see the current value; no history
 * is stored.
 */
@Injectable()
export class IntroductionAvailabilityService {
  constructor(
    private readonly db: Database,
    private readonly own: OwnProfileService,
    private readonly news: ProfileChangeNoticesService,
  ) {}

  /** Requests that already exist stay open. The change does not affect the order of the directory. */
  setTakesRequests(viewer: Viewer, takesRequests: boolean): Promise<Profile> {
    return this.db.write(async () => {
      const profile = await this.own.profile(viewer);
      if (profile.takesRequests === takesRequests) return profile;
      await this.db.repo(Profile).update(profile.id, { takesRequests });
      const fields = this.db.repo(ProfileField);
      const name = await fields.findOneByOrFail({ profileId: profile.id, kind: 'name' });
      // Notifies viewers who may see the name. The field `colour` has the same audience.
      await this.news.changed(profile, ['colour'], { onlookers: [], widest: name.audience });
      return { ...profile, takesRequests };
    });
  }
}
