import { Injectable } from '@nestjs/common';
import { AuditService } from '#audit/audit.service.js';
import { Database } from '#database/database.js';
import { Conflict, Invalid, NotFound } from '#kernel/errors.js';
import { isId } from '#kernel/ids.js';
import { areNamesConfusable } from '#kernel/names/confusable-names.js';
import { wordsOf } from '#kernel/text.js';
import { Standing } from '#members/account.entity.js';
import { AccountsService } from '#members/accounts.service.js';
import { fieldKindsWithCeiling } from '#policy/facts/audiences.js';
import { Viewer } from '#policy/viewer.js';
import { AccountDeletionService } from '#signin/accounts/account-deletion.service.js';
import { DirectoryService } from '../directory/directory.service.js';
import { type FieldKind, parseFieldValue } from '../own-profile/field-values.js';
import {
  type InitialProfileAnswers,
  toEnteredFieldValue,
  ProfilesService,
} from '../profiles.service.js';

/** Maximum number of decoys. It is small, so that a member who searches for somebody rarely meets a decoy. */
export const MAX_DECOYS = 3;
/** Decoys fill these fields and open them to every member. */
const SHOWN = fieldKindsWithCeiling('members');
/** A profile without these fields would look different from the others. */
const NEEDED = ['name', 'issueAreas', 'languages'] as const;

export const DECOY_FIELD_KINDS: readonly FieldKind[] = SHOWN.filter((kind) => kind !== 'avatar');

export interface Decoy {
  readonly id: string;
  readonly name: string;
  /** Whether members can find the decoy; false after moderation ended the decoy's membership. */
  readonly isShown: boolean;
}

const LIST = `select d.profile_id as id, f.text as name, a.standing = 'member' as "isShown" from decoy d
  join profile_field f on f.profile_id = d.profile_id and f.kind = 'name'
  join account a on a.id = f.account_id order by f.text, d.profile_id`;

/**
 * Finds an existing decoy that shares an issue area and a territory with a new one. The new decoy is then rejected, so
 * that such a search shows at most one decoy.
 */
const ALIKE = `select 1 from decoy d
  join profile_field i on i.profile_id = d.profile_id and i.kind = 'issueAreas'
  join profile_field t on t.profile_id = d.profile_id and t.kind = 'territories'
  where i.terms && $1 and (t.terms && $2 or (t.terms = '{}' and $2 = '{}'::text[])) limit 1`;
const NAMESAKES = `select 1 from profile_field where kind = 'name' and words @> $1 and words <@ $1 limit 1`;
const PERSONAS = `select persona_name as name from membership where persona_name is not null`;

/**
 * Manages decoys: fictitious members without address, password, groups and duties. No endpoint distinguishes them from
 * members. They take no requests, so that no member waits for an answer.
 */
@Injectable()
export class DecoysService {
  private readonly namesInUse = [PERSONAS];

  constructor(
    private readonly db: Database,
    private readonly accounts: AccountsService,
    private readonly profiles: ProfilesService,
    private readonly directory: DirectoryService,
    private readonly endings: AccountDeletionService,
    private readonly audit: AuditService,
  ) {}

  /**
   * Registers a query that returns names used in another library, in a column `name`. No decoy may have one of these
   * names.
   */
  namesUsedBy(sql: string): void {
    this.namesInUse.push(sql);
  }

  /**
   * Creates a decoy with these answers, visible to every member, and returns its profile id. Throws Conflict if the
   * name is taken, the maximum is reached or a similar decoy exists, and Invalid if a required field is empty.
   */
  make(says: InitialProfileAnswers): Promise<string> {
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

  /** Ends the decoy in the same way as an account that its owner deletes. */
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

  private async check(says: InitialProfileAnswers): Promise<void> {
    const missing = NEEDED.filter((kind) => (says[kind] ?? '').length === 0);
    if (missing.length > 0) {
      throw new Invalid('input', Object.fromEntries(missing.map((kind) => [kind, 'blank'])));
    }
    if ((await this.list()).length >= MAX_DECOYS) throw new Conflict('decoy.enough');
    if (await this.hasNamesake(says.name)) throw new Conflict('decoy.namesake');
    const termsOf = (kind: 'issueAreas' | 'territories') =>
      parseFieldValue(kind, toEnteredFieldValue(says[kind])).terms;
    const pairs = [termsOf('issueAreas'), termsOf('territories')];
    if ((await this.db.query(ALIKE, pairs)).length > 0) throw new Conflict('decoy.alike');
  }

  /** Compares the name with members, personas and the registered names. */
  private async hasNamesake(name: string): Promise<boolean> {
    if ((await this.db.query(NAMESAKES, [wordsOf(name)])).length > 0) return true;
    const personas = await this.db.query<{ name: string }>(this.namesInUse.join(' union '));
    return personas.some((persona) => areNamesConfusable(persona.name, name));
  }

  /**
   * Sets up the profile like that of a member who can be found. Opens every field to all members, and takes no
   * requests.
   */
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

  /** Audits the act without the profile id, so that auditors get no list of decoys. */
  private record(action: string): Promise<void> {
    return this.audit.record(Viewer.system('whoever runs the instance asked for it'), {
      action,
      subjectType: 'Instance',
    });
  }
}
