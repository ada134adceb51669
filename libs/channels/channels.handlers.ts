import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { On } from '#events/on.decorator.js';
import { GroupFounded } from '#groups/groups.events.js';
import type { Language } from '#kernel/language.js';
import {
  AllianceEnded,
  AllianceStarted,
  CoalitionEntriesEnded,
  MembershipEnded,
} from '#members/members.events.js';
import { RealtimeService } from '#realtime/realtime.service.js';
import { ChannelHistory } from './channel.entity.js';
import { ChannelArchived, ChannelCreated, ChannelRetentionChanged } from './channels.events.js';
import { InboxEntriesService } from './inbox/inbox-entries.service.js';
import { ChannelsService } from './channels.service.js';

const FIRST_CHANNEL: Record<Language, string> = { es: 'General', pt: 'Geral', en: 'General' };

interface EndedEntries {
  groupId: string;
  accountIds: readonly string[];
}

interface Founded {
  groupId: string;
  founderId?: string | null;
}

@Injectable()
export class ChannelsHandlers {
  constructor(
    private readonly db: Database,
    private readonly channels: ChannelsService,
    private readonly realtime: RealtimeService,
    private readonly inbox: InboxEntriesService,
  ) {}

  /** Creates the first channel of a group, named in the founder's language. */
  @On(GroupFounded)
  async startFirstChannel({ groupId, founderId = null }: Founded): Promise<void> {
    const [founder] = await this.db.query<{ language: Language }>(
      `select a.language from account a where a.id = coalesce($2, (
         select m.account_id from membership m where m.group_id = $1 order by m.joined_at limit 1))`,
      [groupId, founderId],
    );
    const name = FIRST_CHANNEL[founder?.language ?? 'es'];
    await this.channels.insert({ groupId, name, history: ChannelHistory.joining });
  }

  /**
   * Creates the conversation of two new allies. Former allies get their old conversation back, even if they had put it
   * away.
   */
  @On(AllianceStarted)
  async startConversation({ allianceId }: { allianceId: string }): Promise<void> {
    const sql = 'select id from channel where alliance_id = $1';
    const [there] = await this.db.query<{ id: string }>(sql, [allianceId]);
    if (!there)
      return void (await this.channels.insert({ allianceId, history: ChannelHistory.start }));
    await this.db.query(
      `insert into channel_reader (channel_id, account_id, joined_version, read_version)
         select $1, y.account_id, 0, 0 from ally y where y.alliance_id = $2
       on conflict (channel_id, account_id) do update set put_away_at = null`,
      [there.id, allianceId],
    );
    await this.tellReaders(there.id);
  }

  /**
   * Makes open pages reload the channel, because the former allies can no longer write in it. A reader who put the
   * conversation away has no open page of it.
   */
  @On(AllianceEnded)
  async closeWriting({ allianceId }: { allianceId: string }): Promise<void> {
    const sql = 'select id from channel where alliance_id = $1';
    for (const { id } of await this.db.query<{ id: string }>(sql, [allianceId])) {
      await this.tellReaders(id);
    }
  }

  /**
   * Deletes the inbox entries of the ended membership. The inbox already hides them, because the account can no longer
   * read the messages.
   */
  @On(MembershipEnded)
  emptyInbox({ accountId, groupId }: { accountId: string; groupId: string }): Promise<void> {
    return this.inbox.forgetGroup([accountId], groupId);
  }

  @On(CoalitionEntriesEnded)
  emptyInboxes({ accountIds, groupId }: EndedEntries): Promise<void> {
    return this.inbox.forgetGroup(accountIds, groupId);
  }

  @On(ChannelCreated)
  tellOfNewChannel({ channelId }: { channelId: string }): Promise<void> {
    return this.tellReaders(channelId);
  }

  @On(ChannelArchived)
  tellOfArchivedChannel({ channelId }: { channelId: string }): Promise<void> {
    return this.tellReaders(channelId);
  }

  @On(ChannelRetentionChanged)
  tellOfAnotherRetention({ channelId }: { channelId: string }): Promise<void> {
    return this.tellReaders(channelId);
  }

  private async tellReaders(channelId: string): Promise<void> {
    const rows = await this.db.query<{ account_id: string }>(
      `select r.account_id from channel_reader r join channel c on c.id = r.channel_id
       where r.channel_id = $1 and r.put_away_at is null and (c.group_id is null or exists (
         select 1 from membership m where m.account_id = r.account_id and m.group_id = c.group_id and m.ended_at is null))`,
      [channelId],
    );
    const ids = rows.map((row) => row.account_id);
    this.db.afterCommit(async () =>
      this.realtime.tell(ids, { subject: 'channels', id: channelId }),
    );
  }
}
