import DataLoader from 'dataloader';
import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { Database } from '#database/database.js';
import { EventsService } from '#events/events.service.js';
import { Clock } from '#kernel/clock.js';
import { NotFound } from '#kernel/errors.js';
import { isId } from '#kernel/ids.js';
import { AlliancesService } from '#members/relationships/alliances.service.js';
import { PerViewerCache } from '#policy/engine/per-viewer-cache.js';
import type { Viewer } from '#policy/viewer.js';
import { IntroductionsService } from '../introductions.service.js';
import { SuggestionAgreed } from '../introductions.events.js';
import { Suggestion } from './suggestion.entity.js';
import type { SuggestedMeeting } from './suggested-meeting.view.js';

const MAX_SHOWN = 50;

interface SideRow {
  account_id: string;
  agreed_at: Date | null;
}

/** Names of the other member, group and steward, and the viewer's answer, for suggestions $1 and viewer $2. */
const MEETINGS = `
  select s.id, other.name, g.name as "groupName", coalesce(steward.name, '') as "stewardName",
    mine.agreed_at is not null as "hasAgreed", m.persona_name is not null as "isUnderPersona"
  from suggestion s
  join "group" g on g.id = s.group_id
  join suggestion_side mine on mine.suggestion_id = s.id
  join membership m on m.id = mine.membership_id and m.account_id = $2
  join suggestion_side theirs on theirs.suggestion_id = s.id and theirs.id <> mine.id
  join membership_name other on other.membership_id = theirs.membership_id
  left join membership_name steward on steward.membership_id = s.steward_id
  where s.id = any($1)`;

/** Lists suggestions and records answers. Neither member learns of the other's answer before both agreed. */
@Injectable()
export class SuggestionsService {
  private readonly loaders = new PerViewerCache<DataLoader<string, SuggestedMeeting>>();

  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly events: EventsService,
    private readonly clock: Clock,
    private readonly alliances: AlliancesService,
    private readonly introductions: IntroductionsService,
  ) {}

  /** Lists the suggestions for the viewer, newest first. */
  list(viewer: Viewer): Promise<Suggestion[]> {
    return this.access
      .list(Suggestion, viewer)
      .orderBy('it.created_at', 'DESC')
      .addOrderBy('it.id', 'DESC')
      .take(MAX_SHOWN)
      .getMany();
  }

  /** How many suggestions the viewer has not answered. */
  countWaiting(viewer: Viewer): Promise<number> {
    return this.access.list(Suggestion, viewer, 'agree').getCount();
  }

  /** Agrees to meet. When both have agreed, they become allies. */
  agree(viewer: Viewer, id: string): Promise<boolean> {
    return this.db.write(async () => {
      await this.lockSides(id);
      await this.access.load(Suggestion, id, viewer, 'agree');
      await this.mark(viewer, id, 'agreed_at');
      const sides = await this.db.query<SideRow>(
        `select m.account_id, d.agreed_at from suggestion_side d join membership m on m.id = d.membership_id
         where d.suggestion_id = $1 and d.lapsed_at is null order by d.id`,
        [id],
      );
      if (sides.length === 2 && sides.every((side) => side.agreed_at)) await this.meet(sides);
      return true;
    });
  }

  /** Lets the suggestion lapse, also after agreeing. The other member is not notified. */
  lapse(viewer: Viewer, id: string): Promise<boolean> {
    return this.db.write(async () => {
      await this.access.load(Suggestion, id, viewer, 'lapse');
      await this.mark(viewer, id, 'lapsed_at');
      return true;
    });
  }

  /** The suggestion with the names of the group. Batched. */
  meeting(viewer: Viewer, id: string): Promise<SuggestedMeeting> {
    const make = () =>
      new DataLoader((ids: readonly string[]) => this.meetings(viewer, ids), { cache: false });
    return this.loaders.of(viewer, make).load(id);
  }

  /** Removes the text of a reported suggestion and hides the suggestion. */
  async takeAway(id: string): Promise<void> {
    this.db.assertWriting();
    await this.db.repo(Suggestion).update({ id }, { line: '', isHeard: false });
  }

  /** Makes the two members allies and accepts open introductions between them. */
  private async meet([one, other]: readonly SideRow[]): Promise<void> {
    const [a, b] = [one!.account_id, other!.account_id];
    const { id: allianceId } = await this.alliances.start(a, b);
    await this.introductions.settleBetween(a, b);
    await this.events.record(SuggestionAgreed, { allianceId, sideIds: [a, b] });
  }

  private async mark({ accountId }: Viewer, id: string, column: 'agreed_at' | 'lapsed_at') {
    await this.db.query(
      `update suggestion_side d set ${column} = $3, updated_at = $3 from membership m
       where d.suggestion_id = $1 and m.id = d.membership_id and m.account_id = $2`,
      [id, accountId, this.clock.now()],
    );
  }

  private async meetings(viewer: Viewer, ids: readonly string[]): Promise<SuggestedMeeting[]> {
    const values = [ids, viewer.accountId];
    const rows = await this.db.query<SuggestedMeeting & { id: string }>(MEETINGS, values);
    const byId = new Map(rows.map(({ id, ...meeting }) => [id, meeting]));
    return ids.map((id) => byId.get(id) ?? NOTHING);
  }

  /** Locks both accounts in a fixed order, so that concurrent answers and blocks run one after the other. */
  private async lockSides(id: string): Promise<void> {
    if (!isId(id)) throw new NotFound();
    await this.db.query(
      `select 1 from account where id in (select m.account_id
         from suggestion_side d join membership m on m.id = d.membership_id where d.suggestion_id = $1)
       order by id for update`,
      [id],
    );
  }
}

const NOTHING: SuggestedMeeting = {
  ...{ name: '', groupName: '', stewardName: '' },
  ...{ hasAgreed: false, isUnderPersona: false },
};
