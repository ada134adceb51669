import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';

/** Names the people of a case to moderation, for recusal only: a report shows nothing of the case. */
@Injectable()
export class CaseReportsService {
  constructor(private readonly db: Database) {}

  /** Accounts of all who have or had a part in the case of a thread, its requester included. Never show them. */
  async peopleOfThread(channelId: string): Promise<string[]> {
    const rows = await this.db.query<{ id: string }>(
      `select distinct p.account_id as id from participation p join channel c on c.case_id = p.case_id
       where c.id = $1 and p.account_id is not null`,
      [channelId],
    );
    return rows.map(({ id }) => id);
  }

  /** The same for the cases of a requester in which this supporter has or had a part. */
  async peopleWith(requesterId: string, supporterAccountId: string): Promise<string[]> {
    const rows = await this.db.query<{ id: string }>(
      `select distinct p.account_id as id from support_request r
         join participation s on s.case_id = r.id and s.account_id = $2
         join participation p on p.case_id = r.id
       where r.requester_id = $1 and p.account_id is not null`,
      [requesterId, supporterAccountId],
    );
    return rows.map(({ id }) => id);
  }
}
