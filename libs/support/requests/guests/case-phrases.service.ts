import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import type { Language } from '#kernel/language.js';
import { newRecoveryPhrase, recoveryPhraseHashes } from '#members/recovery-phrase.js';

/** The request and the guest that a phrase opens. */
export interface PhraseHolder {
  readonly requestId: string;
  readonly guestId: string;
}

/** The recovery phrases of cases. Only their hashes are stored. */
@Injectable()
export class CasePhrasesService {
  constructor(private readonly db: Database) {}

  /** Makes the phrase of a request and returns its words, which are never shown again. An earlier phrase stops working. */
  async make(requestId: string, language: Language): Promise<readonly string[]> {
    this.db.assertWriting();
    const { words, hash } = newRecoveryPhrase(language, 'case');
    await this.db.query(
      `insert into case_phrase (request_id, hash) values ($1, $2)
       on conflict (request_id) do update set hash = excluded.hash, created_at = now()`,
      [requestId, hash],
    );
    return words;
  }

  /**
   * Finds the case of a phrase; undefined for a malformed, unknown, replaced or destroyed one, and while the case still
   * belongs to an account. Runs the same statement in each of these cases, so that the time tells nothing.
   */
  async find(words: string): Promise<PhraseHolder | undefined> {
    const hashes = recoveryPhraseHashes(words, 'case');
    const [found] = await this.db.query<PhraseHolder>(
      `select p.request_id as "requestId", a.id as "guestId"
       from case_phrase p join support_request r on r.id = p.request_id
         join account a on a.id = r.requester_id and a.standing = 'guest'
       where p.hash = any($1)`,
      [hashes.length > 0 ? hashes : [randomBytes(32)]],
    );
    return found;
  }

  async has(requestId: string): Promise<boolean> {
    const rows = await this.db.query('select 1 from case_phrase where request_id = $1', [
      requestId,
    ]);
    return rows.length > 0;
  }
}
