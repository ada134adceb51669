import DataLoader from 'dataloader';
import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import type { ActionOf } from '#policy/policy-actions.js';
import { PerViewerCache } from '#policy/engine/per-viewer-cache.js';
import type { Viewer } from '#policy/viewer.js';
import type { FieldKind } from '../own-profile/field-values.js';
import { Person, type PersonCard, type VisibleFields } from './person.view.js';
import { ProfileField } from './profile-field.entity.js';
import { Profile } from '../profile.entity.js';

const NOTHING: VisibleFields = new Map();

/** Loads members as a viewer may see them. */
@Injectable()
export class PersonsService {
  private readonly loaders = new PerViewerCache<DataLoader<string, VisibleFields>>();

  constructor(private readonly access: AccessService) {}

  /** Loads one profile. Throws NotFound if the profile does not exist or the viewer may not see its name. */
  async one(viewer: Viewer, profileId: string): Promise<Person> {
    const profile = await this.access.load(Profile, profileId, viewer, 'read');
    return new Person(profile, viewer, false);
  }

  /** The profiles that the viewer may see, in the given order, with their fields loaded. */
  async many(viewer: Viewer, profileIds: readonly string[]): Promise<Person[]> {
    const loader = this.access.loader(Profile, viewer);
    const [profiles, fields] = await Promise.all([
      Promise.all(profileIds.map((id) => loader.load(id))),
      this.fieldsOf(viewer, profileIds),
    ]);
    return profiles
      .filter((profile) => profile !== null)
      .map((profile) => new Person(profile, viewer, false, fields.get(profile.id) ?? NOTHING));
  }

  /**
   * The profiles of these accounts that the viewer may see, by account id. For allies and memberships without a
   * persona.
   */
  async ofAccounts(viewer: Viewer, accountIds: readonly string[]): Promise<Map<string, Person>> {
    if (accountIds.length === 0) return new Map();
    const profiles = await this.access
      .list(Profile, viewer)
      .andWhere('it.account_id = any(:accountIds)', { accountIds })
      .getMany();
    return new Map(profiles.map((one) => [one.accountId, new Person(one, viewer, false)]));
  }

  /** The names that the viewer may see, by profile id. */
  async namesOf(viewer: Viewer, profileIds: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.access
      .list(ProfileField, viewer)
      .andWhere(`it.kind = 'name' and it.profile_id = any(:profileIds)`, { profileIds })
      .getMany();
    return new Map(rows.map((row) => [row.profileId, row.text]));
  }

  /** The fields that the viewer may see. Calls within one tick are loaded as one batch. */
  visible(person: PersonCard): VisibleFields | Promise<VisibleFields> {
    return person.fields ?? this.loaderOf(person.seenBy).load(person.id);
  }

  /** The actions that the viewer may do to the person; none in a preview. */
  async actions({ id, seenBy, isPreview }: Person): Promise<ActionOf<'Profile'>[]> {
    return isPreview ? [] : this.access.viewerCan('Profile', id, seenBy);
  }

  /** Batches without a cache, because a write may happen between two loads. */
  private loaderOf(viewer: Viewer): DataLoader<string, VisibleFields> {
    const batch = async (ids: readonly string[]) => {
      const fields = await this.fieldsOf(viewer, [...new Set(ids)]);
      return ids.map((id) => fields.get(id) ?? NOTHING);
    };
    return this.loaders.of(viewer, () => new DataLoader(batch, { cache: false }));
  }

  private async fieldsOf(viewer: Viewer, profileIds: readonly string[]) {
    const rows = await this.access
      .list(ProfileField, viewer)
      .andWhere('it.profile_id = any(:profileIds)', { profileIds })
      .getMany();
    const byProfile = new Map<string, Map<FieldKind, ProfileField>>();
    for (const row of rows) {
      const fields = byProfile.get(row.profileId) ?? new Map<FieldKind, ProfileField>();
      byProfile.set(row.profileId, fields.set(row.kind, row));
    }
    return byProfile;
  }
}
