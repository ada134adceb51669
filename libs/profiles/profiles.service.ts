import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '#database/database.js';
import { Clock } from '#kernel/clock.js';
import { startingFieldAudience } from '#policy/facts/audiences.js';
import { DirectoryService } from './directory/directory.service.js';
import {
  FIELD_KINDS,
  type FieldKind,
  type EnteredFieldValue,
  type MixedFieldKind,
  type TermsFieldKind,
  type TextFieldKind,
  normaliseFieldValue,
} from './own-profile/field-values.js';
import { monthNumberOf, Profile } from './profile.entity.js';
import { ProfileField } from './persons/profile-field.entity.js';

/** The answers of an application: texts, lists of term ids (also for `region`), or both for a mixed field. */
export type InitialProfileAnswers = { readonly name: string } & {
  readonly [K in Exclude<TextFieldKind, 'name'> | 'colour']?: string | null | undefined;
} & { readonly [K in TermsFieldKind]?: readonly string[] | null | undefined } & {
  readonly [K in MixedFieldKind]?: FirstAnswer;
};

/** Maps accounts to profiles and names. `PersonsService` decides what a viewer may see of a profile. */
@Injectable()
export class ProfilesService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly directory: DirectoryService,
  ) {}

  /**
   * Creates the profile of an account from the answers of its application, or returns the existing profile. Until the
   * owner answers the joining question, only the owner sees the fields whose audience depends on that answer. Accepts a
   * name in mixed scripts, because old applications may contain such a name; the forms reject it. Must run in a
   * transaction.
   */
  async start(accountId: string, answers: InitialProfileAnswers): Promise<Profile> {
    this.db.assertWriting();
    const profiles = this.db.repo(Profile);
    const there = await profiles.findOneBy({ accountId });
    if (there) return there;
    const profile = await profiles.save(
      profiles.create({ accountId, mayBeFound: null, freshMonth: monthNumberOf(this.clock.now()) }),
    );
    const fields = this.db.repo(ProfileField);
    await fields.insert(
      FIELD_KINDS.map((kind) => ({
        profileId: profile.id,
        accountId,
        kind,
        audience: startingFieldAudience(kind, null),
        ...normaliseFieldValue(kind, given(answers, kind)),
      })),
    );
    await this.directory.refresh([accountId]);
    return profile;
  }

  /** The profile id of an account; null before it was admitted. */
  async profileIdOf(accountId: string): Promise<string | null> {
    const profile = await this.db.repo(Profile).findOneBy({ accountId });
    return profile?.id ?? null;
  }

  /** Profile ids by account id, without accounts that have no profile. */
  async profileIdsOf(accountIds: readonly string[]): Promise<Map<string, string>> {
    const profiles = await this.db.repo(Profile).findBy({ accountId: In([...accountIds]) });
    return new Map(profiles.map((profile) => [profile.accountId, profile.id]));
  }

  /**
   * The name of each account, regardless of its audience. Use this only where the viewer may see the name for another
   * reason, such as members of a shared group. Never use it for a profile.
   */
  async namesOf(accountIds: readonly string[]): Promise<Map<string, string>> {
    if (accountIds.length === 0) return new Map();
    const rows = await this.db.named<{ account_id: string; text: string }>(
      'profile-names',
      `select account_id, text from profile_field where account_id = any($1) and kind = 'name'`,
      [[...new Set(accountIds)]],
    );
    return new Map(rows.map((row) => [row.account_id, row.text]));
  }
}

function given(answers: InitialProfileAnswers, kind: FieldKind): EnteredFieldValue {
  return kind === 'avatar' ? {} : toEnteredFieldValue(answers[kind]);
}

type FirstAnswer = string | readonly string[] | EnteredFieldValue | null | undefined;

/** Converts a first answer to the value of a field. */
export function toEnteredFieldValue(answer: FirstAnswer): EnteredFieldValue {
  if (typeof answer === 'string') return { text: answer };
  return isList(answer) ? { terms: answer } : (answer ?? {});
}

const isList = (answer: FirstAnswer): answer is readonly string[] => Array.isArray(answer);
