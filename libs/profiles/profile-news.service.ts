import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { EventsService } from '#events/events.service.js';
import type { Audience, ProfileFieldKind } from '#policy/facts/audiences.js';
import { RealtimeService } from '#realtime/realtime.service.js';
import { DirectoryService } from './directory/directory.service.js';
import type { Profile } from './profile.entity.js';
import { PROFILE_ROOM } from './own/profile-room.js';
import { ProfileFieldChanged } from './profiles.events.js';

/** Who may notice a change: accounts, or everybody who may see the profile at all. */
export type Onlookers = 'everybody' | readonly string[];

type Changed = Pick<Profile, 'id' | 'accountId'>;
interface Before {
  readonly onlookers: readonly Onlookers[];
  /** The widest audience of before and after. */
  readonly widest: Audience;
}

/** Tells whoever has a profile open that something of it changed, and nobody who could not have noticed. */
@Injectable()
export class ProfileNews {
  constructor(
    private readonly db: Database,
    private readonly directory: DirectoryService,
    private readonly events: EventsService,
    private readonly realtime: RealtimeService,
  ) {}

  /** Who sees one of these fields now, and the profile that it is in. */
  async onlookers(profileId: string, kinds: readonly ProfileFieldKind[]): Promise<Onlookers> {
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
   * Follows a change of these fields: the directory at once, the onlookers of before and of after once it is COMMITted,
   * and before that, where it was the name, whoever lost sight of the person.
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

  private tell(profileId: string, onlookers: readonly Onlookers[]): void {
    const news = { subject: PROFILE_ROOM.key, id: profileId };
    if (onlookers.includes('everybody')) return this.realtime.tellWatchers(news);
    this.realtime.tell([...new Set(onlookers.flat())], news);
  }
}

/** Allies and people of shared groups who see one of the fields $2 of the profile $1, and its name with it. */
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
