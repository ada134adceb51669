import { Injectable } from '@nestjs/common';
import { AuditService } from '#audit/audit.service.js';
import { Database } from '#database/database.js';
import { Conflict, Invalid, NotFound } from '#kernel/errors.js';
import { isId } from '#kernel/ids.js';
import { isSameName } from '#kernel/names/look-alike.js';
import { wordsOf } from '#kernel/text.js';
import { Standing } from '#members/account.entity.js';
import { AccountsService } from '#members/accounts.service.js';
import { kindsUpTo } from '#policy/facts/audiences.js';
import { Viewer } from '#policy/viewer.js';
import { AccountEndingsService } from '#signin/accounts/account-endings.service.js';
import { DirectoryService } from '../directory/directory.service.js';
import { type FieldKind, valueOf } from '../own/field-values.js';
import { type FirstAnswers, givenIn, ProfilesService } from '../profiles.service.js';

/** So few that hardly anybody who looks for somebody meets one. */
export const MOST_DECOYS = 3;
/** Every member sees all that a decoy says. */
const SHOWN = kindsUpTo('members');
/** A card without these could be told from the others. */
const NEEDED = ['name', 'issueAreas', 'languages'] as const;

export const DECOY_KINDS: readonly FieldKind[] = SHOWN.filter((kind) => kind !== 'avatar');

export interface Decoy {
  readonly id: string;
  readonly name: string;
  /** Whether members still find it: moderation may have ended it, as it ends any membership. */
  readonly isShown: boolean;
}

const LIST = `select d.profile_id as id, f.text as name, a.standing = 'member' as "isShown" from decoy d
  join profile_field f on f.profile_id = d.profile_id and f.kind = 'name'
  join account a on a.id = f.account_id order by f.text, d.profile_id`;

/** Whoever looks for one issue area in one place meets one decoy at most. */
const ALIKE = `select 1 from decoy d
  join profile_field i on i.profile_id = d.profile_id and i.kind = 'issueAreas'
  join profile_field t on t.profile_id = d.profile_id and t.kind = 'territories'
  where i.terms && $1 and (t.terms && $2 or (t.terms = '{}' and $2 = '{}'::text[])) limit 1`;
const NAMESAKES = `select 1 from profile_field where kind = 'name' and words @> $1 and words <@ $1 limit 1`;
const PERSONAS = `select persona_name as name from membership where persona_name is not null`;

/**
 * Profiles that nobody stands behind. Each is a member in every respect that a door can tell, without an address, a
 * password, a group or a duty, and takes no requests, so that nobody waits for an answer of it.
 */
@Injectable()
export class Decoys {
  private readonly namesInUse = [PERSONAS];

  constructor(
    private readonly db: Database,
    private readonly accounts: AccountsService,
    private readonly profiles: ProfilesService,
    private readonly directory: DirectoryService,
    private readonly endings: AccountEndingsService,
    private readonly audit: AuditService,
  ) {}

  /** `sql` gives as `name` every name that stands in rows of another library: no decoy may have one of them. */
  namesUsedBy(sql: string): void {
    this.namesInUse.push(sql);
  }

  /** Makes one that says this to every member; gives its id. Throws Conflict for a name that somebody has. */
  make(says: FirstAnswers): Promise<string> {
    return this.db.write(async () => {
      await this.db.query('lock table decoy in share row exclusive mode');
      await this.check(says);
      const { id: accountId } = await this.accounts.create({ standing: Standing.member });
      const { id } = await this.profiles.start(accountId, says);
      await this.open(id);
      await this.directory.refresh([accountId]);
      await this.db.query('insert into decoy (profile_id) values ($1)', [id]);
      await this.record('makeDecoy');
      return id;
    });
  }

  list(): Promise<Decoy[]> {
    return this.db.query<Decoy>(LIST);
  }

  /** Ends one as an account ends that its owner deletes. */
  remove(id: string): Promise<void> {
    return this.db.write(async () => {
      const [row] = isId(id)
        ? await this.db.query<{ id: string }>(
            'select p.account_id as id from decoy d join profile p on p.id = d.profile_id where p.id = $1',
            [id],
          )
        : [];
      if (!row) throw new NotFound();
      await this.endings.end(row.id);
      await this.record('removeDecoy');
    });
  }

  private async check(says: FirstAnswers): Promise<void> {
    const missing = NEEDED.filter((kind) => (says[kind] ?? '').length === 0);
    if (missing.length > 0) {
      throw new Invalid('input', Object.fromEntries(missing.map((kind) => [kind, 'blank'])));
    }
    if ((await this.list()).length >= MOST_DECOYS) throw new Conflict('decoy.enough');
    if (await this.hasNamesake(says.name)) throw new Conflict('decoy.namesake');
    const termsOf = (kind: 'issueAreas' | 'territories') =>
      valueOf(kind, givenIn(says[kind])).terms;
    const pairs = [termsOf('issueAreas'), termsOf('territories')];
    if ((await this.db.query(ALIKE, pairs)).length > 0) throw new Conflict('decoy.alike');
  }

  /** Among members, and among the names under which people are in groups or ask to be. */
  private async hasNamesake(name: string): Promise<boolean> {
    if ((await this.db.query(NAMESAKES, [wordsOf(name)])).length > 0) return true;
    const personas = await this.db.query<{ name: string }>(this.namesInUse.join(' union '));
    return personas.some((persona) => isSameName(persona.name, name));
  }

  /** As a member who let themself be found, says all of it to everybody, and takes no requests. */
  private async open(id: string): Promise<void> {
    await this.db.query(
      `update profile set may_be_found = true, takes_requests = false, is_counted = false where id = $1`,
      [id],
    );
    await this.db.query(
      `update profile_field set audience = 'members' where profile_id = $1 and kind = any($2)`,
      [id, SHOWN],
    );
  }

  /** That it was done, never which it is: an auditor needs no list of them. */
  private record(action: string): Promise<void> {
    return this.audit.record(Viewer.system('whoever runs the instance asked for it'), {
      action,
      subjectType: 'Instance',
    });
  }
}
