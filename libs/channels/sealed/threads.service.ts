import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { Database } from '#database/database.js';
import { Clock } from '#kernel/clock.js';
import { newId } from '#kernel/ids.js';
import { KeyedBox } from '#kernel/sealing/keyed-box.js';
import { RealtimeService } from '#realtime/realtime.service.js';
import { ChannelHistory, ThreadKind } from '../channel.entity.js';
import { ChannelsService } from '../channels.service.js';
import { CaseKey } from './case-key.entity.js';
import { Participation } from './participation.entity.js';
import { SealedMessagesService } from './sealed-messages.service.js';

/** A person whose part in a case begins. */
export interface NewParticipant {
  readonly accountId: string;
  /** The name that the others see; null for the neutral one. */
  readonly name: string | null;
  readonly threads: readonly ThreadKind[];
  readonly isSupporter?: boolean;
  readonly isOutside?: boolean;
}

/** A person who takes or took part in a case. */
export interface CaseParticipant {
  /** The id of the participation. */
  readonly id: string;
  /** Null after the account was deleted. */
  readonly accountId: string | null;
  /** In clear; null for the neutral one. */
  readonly name: string | null;
  readonly isSupporter: boolean;
  readonly isOutside: boolean;
  readonly createdAt: Date;
  readonly endedAt: Date | null;
}

interface OutsideParticipants extends Pick<NewParticipant, 'accountId' | 'name'> {
  readonly supporterIds: readonly string[];
}

/**
 * Makes the threads of a case with its key, and begins and ends the parts of its people. Rights do not depend on this: the
 * view `case_thread_reader` reads them from the case. The caller must have locked the case.
 */
@Injectable()
export class ThreadsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly channels: ChannelsService,
    private readonly sealed: SealedMessagesService,
    private readonly realtime: RealtimeService,
  ) {}

  /** Begins the part of a person, and makes the threads that do not exist yet. Does nothing for who takes part already. */
  async join(caseId: string, person: NewParticipant): Promise<void> {
    this.db.assertWriting();
    const { accountId, name, threads, isSupporter = false, isOutside = false } = person;
    const key = await this.keyOf(caseId);
    const people = this.db.repo(Participation);
    if (!(await people.existsBy({ caseId, accountId, endedAt: IsNull() }))) {
      const id = newId();
      const box = name === null ? null : this.sealed.sealName(key, id, name);
      const part = { isSupporter, isOutside, createdAt: this.clock.now() };
      await people.insert({ id, caseId, accountId, name: box, ...part });
    }
    for (const thread of threads) {
      // The threads of outside helpers exist already; there may be none.
      const areOutside = thread === ThreadKind.outside;
      const channels = areOutside
        ? await this.outside(caseId)
        : [await this.channelOf(caseId, thread)];
      for (const channelId of channels) await this.addReader(channelId, accountId);
    }
  }

  /** Makes the thread of an outside helper, and begins the helper's part in it. The supporters of the case take part already. */
  async openOutside(
    caseId: string,
    helperId: string,
    { supporterIds, ...helper }: OutsideParticipants,
  ): Promise<void> {
    await this.join(caseId, { ...helper, threads: [], isOutside: true });
    const thread = ThreadKind.outside;
    const part = { caseId, thread, helperId, history: ChannelHistory.start };
    const { id } = await this.channels.insert(part);
    for (const accountId of [helper.accountId, ...supporterIds])
      await this.addReader(id, accountId);
  }

  /**
   * Ends the part of a person. Their messages keep their name. After COMMIT and before the response, their sockets stop
   * receiving messages. Reading positions can stay for a person who may come back: they give no right.
   */
  async leave(caseId: string, accountId: string, { keepsPositions = false } = {}): Promise<void> {
    this.db.assertWriting();
    const theirs = { caseId, accountId, endedAt: IsNull() };
    const endedAt = this.clock.now();
    const { affected } = await this.db.repo(Participation).update(theirs, { endedAt });
    if (!affected) return;
    if (!keepsPositions) await this.deletePositions(caseId, accountId);
    this.db.afterCommit(() => this.realtime.recheck(accountId));
  }

  /** Deletes how far a person read the threads of a case. */
  async deletePositions(caseId: string, accountId: string): Promise<void> {
    await this.db.query(
      `delete from channel_reader r using channel c
       where c.case_id = $1 and r.channel_id = c.id and r.account_id = $2`,
      [caseId, accountId],
    );
  }

  /** The people who take part in a case now, with their names in clear; null for the neutral one. */
  async participants(caseId: string): Promise<{ accountId: string; name: string | null }[]> {
    const all = await this.everybody(caseId);
    return all.flatMap(({ accountId, name, endedAt }) =>
      accountId && !endedAt ? [{ accountId, name }] : [],
    );
  }

  /** Everybody who takes or took part in a case, in the order in which they began. */
  async everybody(caseId: string): Promise<CaseParticipant[]> {
    return (await this.everybodyByCase([caseId])).get(caseId) ?? [];
  }

  /** Like `everybody`, for several cases; a case without a key is not in the map. */
  async everybodyByCase(caseIds: readonly string[]): Promise<Map<string, CaseParticipant[]>> {
    const where = { caseId: In([...caseIds]) };
    const order = { createdAt: 'ASC', id: 'ASC' } as const;
    const keys = await this.db.repo(CaseKey).findBy(where);
    const all = await this.db.repo(Participation).find({ where, order });
    const parts = Map.groupBy(all, ({ caseId }) => caseId);
    return new Map(
      keys.map(({ caseId, key }) => [
        caseId,
        (parts.get(caseId) ?? []).map(({ name: box, ...part }) => {
          const name = box && this.sealed.openName(key, part.id, box);
          return { ...part, name };
        }),
      ]),
    );
  }

  private async keyOf(caseId: string): Promise<string> {
    const keys = this.db.repo(CaseKey);
    const found = await keys.findOneBy({ caseId });
    if (found) return found.key;
    const key = KeyedBox.newKey();
    await keys.insert({ caseId, key });
    return key;
  }

  private async outside(caseId: string): Promise<string[]> {
    const sql = 'select id from channel where case_id = $1 and helper_id is not null';
    return (await this.db.query<{ id: string }>(sql, [caseId])).map(({ id }) => id);
  }

  private async channelOf(caseId: string, thread: ThreadKind): Promise<string> {
    const sql = 'select id from channel where case_id = $1 and thread = $2';
    const [found] = await this.db.query<{ id: string }>(sql, [caseId, thread]);
    if (found) return found.id;
    return (await this.channels.insert({ caseId, thread, history: ChannelHistory.start })).id;
  }

  private async addReader(channelId: string, accountId: string): Promise<void> {
    await this.db.query(
      `insert into channel_reader (channel_id, account_id, joined_version, read_version)
       values ($1, $2, 0, 0) on conflict (channel_id, account_id) do nothing`,
      [channelId, accountId],
    );
  }
}
