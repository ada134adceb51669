import { Injectable } from '@nestjs/common';
import type { Participation } from '#channels/sealed/participation.entity.js';
import { ThreadsService } from '#channels/sealed/threads.service.js';
import { Database } from '#database/database.js';

/** Names the people of a case to moderation, for recusal only: a report shows nothing of the case. */
@Injectable()
export class CaseReportsService {
  constructor(
    private readonly db: Database,
    private readonly threads: ThreadsService,
  ) {}

  /** The work name of a supporter while they had this part. */
  async workNameOf({ id, caseId }: Participation): Promise<string> {
    const people = await this.threads.everybody(caseId);
    return people.find((one) => one.id === id)?.name ?? '';
  }

  /** Accounts of all who have or had a part in the case of a thread, its requester included. Never show them. */
  async peopleOfThread(channelId: string): Promise<string[]> {
    const rows = await this.db.query<{ id: string }>(
      `select distinct p.account_id as id from participation p join channel c on c.case_id = p.case_id
       where c.id = $1 and p.account_id is not null`,
      [channelId],
    );
    return rows.map(({ id }) => id);
  }

  /** The same for the cases in which this supporter has or had a part, and the reporter is or was on the side. */
  async peopleWith(reporterId: string, supporterAccountId: string): Promise<string[]> {
    const rows = await this.db.query<{ id: string }>(
      `select distinct p.account_id as id from participation s
         join participation p on p.case_id = s.case_id
       where s.account_id = $2 and p.account_id is not null and (
         exists (select from support_request r where r.id = s.case_id and r.requester_id = $1)
         or exists (select from participation o where o.case_id = s.case_id and o.account_id = $1
           and not o.is_supporter and not o.is_outside))`,
      [reporterId, supporterAccountId],
    );
    return rows.map(({ id }) => id);
  }
}
