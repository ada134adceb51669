import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';

@Injectable()
export class ModeratorsService {
  constructor(private readonly db: Database) {}

  /** The accounts that moderate and are neither a side of this matter nor recused from it, open or closed. */
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

  /** In whose hands the matter is, or null. */
  async assigneeOf(matterId: string): Promise<string | null> {
    const [row] = await this.db.query<{ assignee_id: string | null }>(
      'select assignee_id from matter where id = $1',
      [matterId],
    );
    return row?.assignee_id ?? null;
  }
}
