import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import type { Language } from '#kernel/language.js';
import { newRecoveryPhrase, recoveryPhraseHashes } from '#members/recovery-phrase.js';

/** The request and the guest that a phrase opens. */
export interface PhraseHolder {
  readonly requestId: string;
  readonly guestId: string;
  /** Whether an earlier phrase opens the case too, until this one replaces it. */
  readonly isNew: boolean;
}

/** The recovery phrases of cases. Only their hashes are stored. */
@Injectable()
export class CasePhrasesService {
  constructor(private readonly db: Database) {}

  /**
   * Makes the phrase of a request and returns its words, which are never shown again. An earlier phrase works until this one
   * replaces it: the answer with the words may be lost.
   */
  async make(requestId: string, language: Language): Promise<readonly string[]> {
    this.db.assertWriting();
    const { words, hash } = newRecoveryPhrase(language, 'case');
    await this.db.query(
      `insert into case_phrase (request_id, hash) values ($1, $2)
       on conflict (request_id) do update set next_hash = excluded.hash, created_at = now()`,
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
      `select p.request_id as "requestId", a.id as "guestId", p.hash <> all($1) as "isNew"
       from case_phrase p join support_request r on r.id = p.request_id
         join account a on a.id = r.requester_id and a.standing = 'guest'
       where p.hash = any($1) or p.next_hash = any($1)`,
      [hashes.length > 0 ? hashes : [randomBytes(32)]],
    );
    return found;
  }

  /** Ends the earlier phrase of a request, if these words are the newer one. Returns whether they open the request now. */
  async replace(requestId: string, words: string): Promise<'replaced' | 'current' | 'wrong'> {
    this.db.assertWriting();
    const hashes = recoveryPhraseHashes(words, 'case');
    const replaced = await this.db.query(
      `update case_phrase set hash = next_hash, next_hash = null
       where request_id = $1 and next_hash = any($2) returning 1`,
      [requestId, hashes],
    );
    if (replaced.length > 0) return 'replaced';
    const current = await this.db.query(
      'select 1 from case_phrase where request_id = $1 and hash = any($2)',
      [requestId, hashes],
    );
    return current.length > 0 ? 'current' : 'wrong';
  }

  /**
   * The ids of the requests of each case of this requester that has a phrase: the request and its duplicates. Locks all
   * requests of the requester.
   */
  async casesOf(requesterId: string): Promise<string[][]> {
    this.db.assertWriting();
    const requests = await this.db.query<{ id: string; caseId: string; hasPhrase: boolean }>(
      `select r.id, coalesce(r.duplicate_of_id, r.id) as "caseId",
         exists (select from case_phrase p where p.request_id = r.id) as "hasPhrase"
       from support_request r where r.requester_id = $1 order by r.id for update`,
      [requesterId],
    );
    const kept = new Set(requests.filter((one) => one.hasPhrase).map(({ caseId }) => caseId));
    return [...kept].map((caseId) =>
      requests.filter((one) => one.caseId === caseId).map(({ id }) => id),
    );
  }
}
