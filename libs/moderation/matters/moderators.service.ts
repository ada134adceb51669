import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';

@Injectable()
export class ModeratorsService {
  constructor(private readonly db: Database) {}

  /** Accounts with the moderate duty that are neither a party of this matter nor recused from it. */
  async ofMatter(matterId: string): Promise<string[]> {
    const rows = await this.db.query<{ account_id: string }>(
      `select d.account_id from duty d
         join account a on a.id = d.account_id and a.standing = 'member'
       where d.name = 'moderate'
         and not exists (select 1 from matter_party p where p.matter_id = $1 and p.account_id = d.account_id)
         and not exists (select 1 from matter_tie t where t.matter_id = $1 and t.account_id = d.account_id)`,
      [matterId],
    );
    return rows.map((row) => row.account_id);
  }

  /** Moderators who may decide an appeal in this matter: those who did not order or approve the act. */
  async appealDeciders(matterId: string): Promise<string[]> {
    const rows = await this.db.query<{ account_id: string }>(
      'select account_id from matter_decider where matter_id = $1',
      [matterId],
    );
    const deciders = rows.map((row) => row.account_id);
    return (await this.ofMatter(matterId)).filter((id) => !deciders.includes(id));
  }

  /** Number of open appeals that no moderator may decide. */
  async countAppealsWithoutDecider(): Promise<number> {
    const rows = await this.db.query<{ matter_id: string }>(
      'select matter_id from appeal where decided_at is null and matter_id is not null',
    );
    const hearers = await Promise.all(rows.map((row) => this.appealDeciders(row.matter_id)));
    return hearers.filter((ids) => ids.length === 0).length;
  }

  /** The account to which the matter is assigned, or null. */
  async assigneeOf(matterId: string): Promise<string | null> {
    const [row] = await this.db.query<{ assignee_id: string | null }>(
      'select assignee_id from matter where id = $1',
      [matterId],
    );
    return row?.assignee_id ?? null;
  }
}
