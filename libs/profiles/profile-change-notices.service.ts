import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { EventsService } from '#events/events.service.js';
import type { Audience, ProfileFieldKind } from '#policy/facts/audiences.js';
import { RealtimeService } from '#realtime/realtime.service.js';
import { DirectoryService } from './directory/directory.service.js';
import type { Profile } from './profile.entity.js';
import { PROFILE_ROOM } from './own-profile/profile-room.js';
import { ProfileFieldChanged } from './profiles.events.js';

/** The accounts that may notice a change, or `everybody` for all viewers of the profile. */
export type ProfileObservers = 'everybody' | readonly string[];

type Changed = Pick<Profile, 'id' | 'accountId'>;
interface Before {
  readonly onlookers: readonly ProfileObservers[];
  /** The wider of the audiences before and after the change. */
  readonly widest: Audience;
}

/** Notifies the viewers of an open profile of a change that they can see, and no other viewers. */
@Injectable()
export class ProfileChangeNoticesService {
  constructor(
    private readonly db: Database,
    private readonly directory: DirectoryService,
    private readonly events: EventsService,
    private readonly realtime: RealtimeService,
  ) {}

  /** The accounts that can now see the name and at least one of these fields. */
  async onlookers(
    profileId: string,
    kinds: readonly ProfileFieldKind[],
  ): Promise<ProfileObservers> {
    const open = await this.db.query(
      `select 1 from profile_field
       where profile_id = $1 and kind = any($2) and audience = 'members' limit 1`,
      [profileId, kinds],
    );
    if (open.length > 0) return 'everybody';
    const rows = await this.db.named<{ id: string }>('profile-near', NEAR, [profileId, kinds]);
    return rows.map((row) => row.id);
  }

  /**
   * Updates the directory in the current transaction. After COMMIT, notifies everybody who could see the fields before
   * or can see them now. If the name changed, first rechecks who may watch the profile.
   */
  async changed(profile: Changed, kinds: readonly ProfileFieldKind[], before: Before) {
    this.db.assertWriting();
    const { id: profileId, accountId } = profile;
    await this.directory.refresh([accountId]);
    const onlookers = [...before.onlookers, await this.onlookers(profileId, kinds)];
    await this.events.record(ProfileFieldChanged, { accountId, profileId, widest: before.widest });
    this.db.afterCommit(async () => {
      const room = { ...PROFILE_ROOM, id: profileId };
      if (kinds.includes('name')) await this.realtime.recheckRoom(room, true);
      this.tell(profileId, onlookers);
    });
  }

  private tell(profileId: string, onlookers: readonly ProfileObservers[]): void {
    const news = { subject: PROFILE_ROOM.key, id: profileId };
    if (onlookers.includes('everybody')) return this.realtime.tellWatchers(news);
    this.realtime.tell([...new Set(onlookers.flat())], news);
  }
}

/**
 * The allies and group members who may see the name and a field of these kinds; `$1` is the profile id and `$2` the
 * kinds. It starts at the fields, so that no plan tests every account against every membership.
 */
const NEAR = `
  with field as materialized (
    select id, account_id, kind, audience from profile_field
    where profile_id = $1 and (kind = 'name' or kind = any($2))),
  viewer as materialized (
    select f.kind, y.other_id as id from field f join ally y on y.account_id = f.account_id
    where f.audience in ('allies', 'groups')
    union
    select f.kind, m.account_id from field f
      join field_open_group g on g.field_id = f.id join membership m on m.group_id = g.group_id
    where f.audience = 'groups' and m.account_id <> f.account_id
      and m.ended_at is null and m.persona_name is null)
  select a.id from account a
  where a.id in (select v.id from viewer v where v.kind = any($2)) and a.standing = 'member'
    and (exists (select 1 from field f where f.kind = 'name' and f.audience = 'members')
      or exists (select 1 from viewer v where v.id = a.id and v.kind = 'name'))
    and not exists (select 1 from hidden_pair h join field f on f.account_id = h.account_id
      where h.other_id = a.id)`;
