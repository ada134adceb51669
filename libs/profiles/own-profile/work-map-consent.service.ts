import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import type { Viewer } from '#policy/viewer.js';
import { OwnProfileService } from './own-profile.service.js';
import { Profile } from '../profile.entity.js';

/** Changes whether a member is counted in the work map. */
@Injectable()
export class WorkMapConsentService {
  constructor(
    private readonly db: Database,
    private readonly own: OwnProfileService,
  ) {}

  /** Changes whether the viewer is counted, from the next computed work map on. */
  set(viewer: Viewer, isCounted: boolean): Promise<Profile> {
    return this.db.write(async () => {
      const profile = await this.own.profile(viewer);
      await this.db.repo(Profile).update(profile.id, { isCounted });
      return { ...profile, isCounted };
    });
  }
}
