import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Replaces the file names of pictures and voice notes, which came from the sender's device. */
export class NeutralFileNames1795883670167 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create function pg_temp.neutral(name text) returns text language sql immutable as $$
        select 'trama' || coalesce(substring(name from '\\.[^.]+$'), '') $$`);
    await db.query(
      `update attachment set name = pg_temp.neutral(name) where kind in ('image', 'voice')`,
    );
    await db.query(`
      update message set attachments = (
        select jsonb_agg(case when f->>'kind' in ('image', 'voice')
          then f || jsonb_build_object('name', pg_temp.neutral(f->>'name')) else f end order by place)
        from jsonb_array_elements(attachments) with ordinality as x(f, place))
      where attachments @? '$[*] ? (@.kind == "image" || @.kind == "voice")'`);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
