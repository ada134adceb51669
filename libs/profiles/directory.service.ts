import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { CARD, MEMBERS, WORD } from './directory-terms.js';

/**
 * The rows of the projection as the fields say them: a term stands in each scope in which it may be seen, so that a
 * hidden one is nowhere. `members` is every member; else the ids of groups, the owner's account (allies and owner) or
 * the profile itself (only the owner).
 */
const ROWS = `
  select distinct t.term, s.scope, p.fresh_month, p.id as profile_id
  from profile p
  join account a on a.id = p.account_id and a.standing = 'member'
  join profile_field f on f.profile_id = p.id
  cross join lateral (
    select unnest(f.terms) union all select '${WORD}' || unnest(f.words)
    union all select '${CARD}' where f.kind = 'name') t(term)
  cross join lateral (
    select '${MEMBERS}'::uuid where f.audience = 'members'
    union all select f.account_id where f.audience in ('groups', 'allies')
    union all select o.group_id from field_open_group o where f.audience = 'groups' and o.field_id = f.id
    union all select p.id where f.audience = 'onlyMe') s(scope)`;

/** Keeps the projection that the directory reads equal to the fields, their audiences and the memberships. */
@Injectable()
export class DirectoryService {
  constructor(private readonly db: Database) {}

  /** Makes the rows of these accounts' profiles anew. Inside write(), so that they change with what they come from. */
  async refresh(accountIds: readonly string[]): Promise<void> {
    // The profile is locked, so that of two at once the second sees what the first wrote.
    const profiles = await this.db.query<{ id: string }>(
      'select id from profile where account_id = any($1) order by id for update',
      [accountIds],
    );
    const ids = profiles.map((profile) => profile.id);
    if (ids.length === 0) return;
    await this.db.query('delete from directory_term where profile_id = any($1)', [ids]);
    await this.insert('where p.id = any($1)', [ids]);
  }

  /** Makes all rows anew; gives their number. Inside write(). */
  async rebuild(): Promise<number> {
    await this.db.query('lock table profile, profile_field, membership in share mode');
    await this.db.query('truncate directory_term');
    await this.insert('', []);
    const [row] = await this.db.query<{ count: string }>('select count(*) from directory_term');
    return Number(row?.count);
  }

  private insert(where: string, values: unknown[]) {
    const sql = `insert into directory_term (term, scope, fresh_month, profile_id) ${ROWS} ${where}`;
    return this.db.query(sql, values);
  }
}
