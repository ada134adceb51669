import DataLoader from 'dataloader';
import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { PerViewerCache } from '#policy/engine/per-viewer-cache.js';
import type { Viewer } from '#policy/viewer.js';
import { Profile } from '#profiles/profile.entity.js';
import { ProfilesService } from '#profiles/profiles.service.js';
import type { JoinRequest } from './join-request.entity.js';

/** Finds the profile behind a join request. */
@Injectable()
export class JoinRequestProfilesService {
  private readonly loaders = new PerViewerCache<DataLoader<string, string | null>>();

  constructor(
    private readonly access: AccessService,
    private readonly profiles: ProfilesService,
  ) {}

  /** The requester's profile id; null if the viewer may not open it or the request uses a persona. */
  profileId(viewer: Viewer, { accountId, personaName }: JoinRequest): Promise<string | null> {
    if (personaName !== null) return Promise.resolve(null);
    const batch = (ids: readonly string[]) => this.load(viewer, ids);
    return this.loaders.of(viewer, () => new DataLoader(batch, { cache: false })).load(accountId);
  }

  private async load(viewer: Viewer, accountIds: readonly string[]): Promise<(string | null)[]> {
    const profileIds = await this.profiles.profileIdsOf([...accountIds]);
    const profiles = this.access.loader(Profile, viewer);
    return Promise.all(
      accountIds.map(async (accountId) => {
        const id = profileIds.get(accountId);
        return id && (await profiles.load(id)) ? id : null;
      }),
    );
  }
}
