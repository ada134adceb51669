import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Makes organisations and groups searchable by their terms and by the folded words of their texts. */
export class PlacesByWords1764000000271 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table organisation add column words text[] not null default '{}';
      alter table "group" add column words text[] not null default '{}';`);
    // Folds existing texts like the application, except for letters that NFKD does not decompose. The next change of a
    // row corrects these letters.
    await db.query(folded('organisation', 'name', 'about'));
    await db.query(folded('"group"', 'name', 'purpose'));
    await db.query(`
      create index organisation_search on organisation
        using gin (array_to_tsvector(issue_areas || practices || territories || languages || words));
      create index group_search on "group" using gin (array_to_tsvector(issue_areas || words));`);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}

const folded = (table: string, name: string, text: string) => `
  update ${table} set words = array(
    select distinct 'w:' || word from regexp_split_to_table(
      regexp_replace(lower(normalize(${name} || ' ' || ${text}, NFKD)), '[\\u0300-\\u036f]', '', 'g'),
      '[^[:alnum:]]+') word
    where word <> '')`;
