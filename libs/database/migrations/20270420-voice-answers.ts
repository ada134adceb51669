import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Voice notes that answer a question of a request for support. Until the request is sent, the key of a note is on the
 * person's device only, and `sealed` is a box under it; afterwards the key is in the content of the request.
 */
export class VoiceAnswers1808179200000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table voice_answer (
        id uuid primary key default gen_random_uuid(),
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        account_id uuid references account on delete cascade,
        request_id uuid references support_request on delete cascade,
        file text not null unique,
        sealed bytea,
        constraint voice_answer_owner check (case when request_id is null then sealed is not null
          else sealed is null and account_id is null end));
      create index voice_answer_account on voice_answer (account_id) where account_id is not null;
      create index voice_answer_request on voice_answer (request_id) where request_id is not null;
      create index voice_answer_unsent on voice_answer (created_at) where request_id is null;`);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
