import { Injectable } from '@nestjs/common';
import { ThreadKind } from '#channels/channel.entity.js';
import { Database } from '#database/database.js';
import { HelperNews } from '../helpers/helper-news.js';
import { PartnerNews } from '../partners/partner-news.js';
import { CaseTransitions } from '../requests/case-transitions.js';
import type { SupportRequest } from '../requests/support-request.entity.js';

/** One author of new messages in a thread, and the last of them. */
export interface Said {
  readonly account_id: string | null;
  readonly seq: number;
}

/** Notifies the people of a case of messages of others in a thread that they have not read. */
@Injectable()
export class ThreadReaders {
  constructor(
    private readonly db: Database,
    private readonly cases: CaseTransitions,
    private readonly partners: PartnerNews,
    private readonly helpers: HelperNews,
  ) {}

  /** Only supporters are notified of the internal thread, and the helper of their own. */
  async notify(
    request: SupportRequest,
    channelId: string,
    { kind, said }: { readonly kind: ThreadKind; readonly said: readonly Said[] },
  ): Promise<void> {
    const isUnread = (id: string) => this.isUnread(channelId, id, said);
    for (const id of await this.cases.news.supporterIdsOf(request))
      if (await isUnread(id)) await this.cases.news.notifyOne(request, id);
    if (kind === ThreadKind.internal) return;
    if (kind === ThreadKind.outside) {
      const helperId = await this.helpers.accountIdOf(channelId);
      if (helperId && (await isUnread(helperId))) await this.helpers.arrived(request, helperId);
      return;
    }
    if (await isUnread(request.requesterId)) await this.cases.news.notifyRequester(request);
    for (const id of await this.partners.accountIds(request.id))
      if (await isUnread(id)) await this.partners.arrived(request, id);
  }

  /** Whether the account has not read the last of these messages of others. */
  private async isUnread(
    channelId: string,
    accountId: string,
    said: readonly Said[],
  ): Promise<boolean> {
    const others = said.filter(({ account_id: author }) => author !== accountId);
    if (others.length === 0) return false;
    const last = Math.max(...others.map(({ seq }) => seq));
    const rows = await this.db.query(
      `select from channel_reader where channel_id = $1 and account_id = $2 and read_version < $3`,
      [channelId, accountId, last],
    );
    return rows.length > 0;
  }
}
