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
 * A condition for allies and group members who may see this field. In the query `NEAR`, `$1` is the profile id and `$2`
 * the field kinds.
 */
const SEES = (field: string) => `(
  ${field}.audience = 'members'
  or ${field}.audience in ('allies', 'groups') and exists (
    select 1 from ally y where y.account_id = a.id and y.other_id = ${field}.account_id)
  or ${field}.audience = 'groups' and exists (
    select 1 from membership m join field_open_group g on g.group_id = m.group_id
    where g.field_id = ${field}.id and m.account_id = a.id
      and m.ended_at is null and m.persona_name is null))`;
const NEAR = `
  with near as materialized (
    select y.other_id as id from profile p join ally y on y.account_id = p.account_id where p.id = $1
    union
    select m.account_id from profile_field f
      join field_open_group g on g.field_id = f.id join membership m on m.group_id = g.group_id
    where f.profile_id = $1 and f.kind = any($2) and m.ended_at is null and m.persona_name is null)
  select a.id from near join account a using (id)
    join profile_field name on name.profile_id = $1 and name.kind = 'name'
  where a.standing = 'member' and a.id <> name.account_id and ${SEES('name')}
    and exists (select 1 from profile_field f
      where f.profile_id = $1 and f.kind = any($2) and ${SEES('f')})
    and not exists (select 1 from hidden_pair h
      where h.account_id = name.account_id and h.other_id = a.id)`;
