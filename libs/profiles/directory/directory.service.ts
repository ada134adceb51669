import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import {
  VISIBLE_PROFILE_TERM,
  MEMBERS_SCOPE,
  MIN_FUZZY_LENGTH,
  TERM_PREFIX_SQL,
  WORD_TERM_PREFIX,
} from './directory-terms.js';

/**
 * Computes the rows of `directory_term` from the profile fields: one row for each term and scope in which it is
 * visible. The scope is `MEMBERS_SCOPE`, a group id, the owner's account id (for allies and the owner) or the profile id (for
 * the owner only).
 */
const rows = (where: string) => `
  with field as (
    select f.*, p.fresh_month from profile_field f join profile p on p.id = f.profile_id
    join account a on a.id = p.account_id and a.standing = 'member'
    where (f.terms <> '{}' or f.words <> '{}' or f.kind = 'name') ${where}),
  scoped as (
    select *, '${MEMBERS_SCOPE}'::uuid as scope from field where audience = 'members'
    union all select *, account_id from field where audience in ('groups', 'allies')
    union all select *, profile_id from field where audience = 'onlyMe'
    union all select field.*, o.group_id from field join field_open_group o on o.field_id = field.id
      where audience = 'groups')
  select distinct t.term, scope, fresh_month, profile_id from scoped cross join lateral (
    select ${TERM_PREFIX_SQL} || unnest(terms) union all select '${WORD_TERM_PREFIX}' || unnest(words)
    union all select '${VISIBLE_PROFILE_TERM}' where kind = 'name') t(term)`;

const INTO = 'insert into directory_term (term, scope, fresh_month, profile_id)';
/** Writes only changed rows, because a trigger locks each word that is added or removed. */
const ADD = `${INTO} ${rows('and p.id = any($1)')} on conflict do nothing`;
const TAKE = `delete from directory_term d where d.profile_id = any($1)
  and (d.term, d.scope, d.fresh_month, d.profile_id) not in (${rows('and p.id = any($1)')})`;
const WORDS = `insert into directory_word select distinct substr(term, ${WORD_TERM_PREFIX.length + 1}) from directory_term
  where scope = '${MEMBERS_SCOPE}' and term like '${WORD_TERM_PREFIX}%' and length(term) >= ${WORD_TERM_PREFIX.length + MIN_FUZZY_LENGTH}`;

/** Keeps `directory_term` consistent with profile fields, audiences and memberships. */
@Injectable()
export class DirectoryService {
  constructor(private readonly db: Database) {}

  /**
   * Updates the directory rows of these accounts' profiles. Must run in the transaction that changes the profiles or
   * memberships.
   */
  async refresh(accountIds: readonly string[]): Promise<void> {
    this.db.assertWriting();
    // Locks the profiles. The second of two concurrent refreshes then sees the changes of the first.
    const profiles = await this.db.query<{ id: string }>(
      'select id from profile where account_id = any($1) order by id for update',
      [accountIds],
    );
    const ids = profiles.map((profile) => profile.id);
    if (ids.length === 0) return;
    await this.db.query(TAKE, [ids]);
    await this.db.query(ADD, [ids]);
  }

  /**
   * Removes the rows that only this group may find, when its member list closes. Must run in the transaction that
   * unlists the memberships.
   */
  async closeGroup(groupId: string): Promise<void> {
    this.db.assertWriting();
    // Locks the profiles like `refresh`, so that a concurrent refresh does not add a row again.
    const profiles = await this.db.query<{ id: string }>(
      `select p.id from profile p where p.account_id in (
         select m.account_id from membership m where m.group_id = $1 and m.ended_at is null)
       order by p.id for update`,
      [groupId],
    );
    await this.db.query('delete from directory_term where profile_id = any($1) and scope = $2', [
      profiles.map(({ id }) => id),
      groupId,
    ]);
  }

  /**
   * Rebuilds all rows and returns their number. Blocks edits of profiles while it runs, about 30 s for 100,000 members.
   */
  rebuild(): Promise<number> {
    return this.db.write(async () => {
      await this.db.query('lock table profile, profile_field, membership, account in share mode');
      await this.db.query('truncate directory_term, directory_word');
      await this.db.query('alter table directory_term disable trigger user');
      // Creating indexes after the insert is five times faster than updating them row by row.
      const remake = await this.takeOff();
      await this.db.query(INTO + rows(''));
      for (const statement of remake) await this.db.query(statement);
      await this.db.query('alter table directory_term enable trigger user');
      await this.db.query(WORDS);
      const [row] = await this.db.query<{ count: string }>('select count(*) from directory_term');
      return Number(row?.count);
    });
  }

  /** Drops the foreign keys and indexes of `directory_term` and returns the statements that recreate them. */
  private async takeOff(): Promise<string[]> {
    const parts = await this.db.query<{ drop: string; make: string }>(`
      select format('alter table directory_term drop constraint %I', conname) as drop,
        format('alter table directory_term add constraint %I %s', conname, pg_get_constraintdef(oid)) as make
      from pg_constraint where conrelid = 'directory_term'::regclass and contype = 'f'
      union all
      select format('drop index %I', indexname), indexdef from pg_indexes
      where tablename = 'directory_term' and schemaname = current_schema()`);
    for (const { drop } of parts) await this.db.query(drop);
    return parts.map(({ make }) => make);
  }
}
