import { Client } from 'pg';
import type { TestApp } from '../app/app.js';

/** Size of a page of the write-ahead log; `block_size` of PostgreSQL is another setting with the same value. */
const PAGE = 8_192;
/** Sizes of the header of a page, and of the first page of a segment. Headers interrupt the records. */
const HEADER = 24;
const LONG_HEADER = 40;
const MEBIBYTE = 2 ** 20;

/** The records that the database server wrote while a test ran. Those of other tests that run meanwhile are among them. */
export interface WriteAheadLog {
  /** The bytes of all records since the start, without page headers. Ends the recording. */
  read(): Promise<string>;
}

/**
 * Begins a recording at the current position. Throws at its end if the server does not store a text in clear from the
 * beginning and one from the end of it, so that a scan of other bytes cannot pass.
 *
 * PostgreSQL compresses values of more than two kilobytes, so use short texts.
 */
export async function recordWriteAheadLog({ databaseUrl }: TestApp): Promise<WriteAheadLog> {
  const db = new Client({ connectionString: databaseUrl, application_name: 'trama' });
  await db.connect();
  const controls = [crypto.randomUUID(), crypto.randomUUID()].map((id) => `control-${id}`);
  const write = (text: string | undefined) =>
    db.query('insert into wal_control (text) values ($1)', [text]);
  // The server writes no log of a row whose table was created in the same transaction.
  await db.query('create table wal_control (text text not null)');
  const start = await positionOf(db);
  await write(controls[0]);
  return {
    read: async () => {
      await write(controls[1]);
      await db.query('drop table wal_control');
      const records = await readRecords(db, start, await positionOf(db));
      await db.end();
      const missing = controls.filter((text) => !records.includes(text));
      if (missing.length > 0) throw new Error('the write-ahead log does not contain its control');
      return records;
    },
  };
}

/** The position after the last record, as a number of bytes. */
async function positionOf(db: Client): Promise<number> {
  const sql = `select (pg_current_wal_insert_lsn() - '0/0'::pg_lsn)::bigint::text as at`;
  return Number((await db.query<{ at: string }>(sql)).rows[0]!.at);
}

/** Reads the pages from one position to another. */
async function readRecords(db: Client, from: number, to: number): Promise<string> {
  const { rows } = await db.query<{ size: number }>(
    `select setting::int as size from pg_settings where name = 'wal_segment_size'`,
  );
  const segment = rows[0]!.size;
  const parts: string[] = [];
  for (let at = from - (from % PAGE); at < to; at = nextPart(at, segment)) {
    const end = Math.min(nextPart(at, segment), to);
    parts.push(withoutHeaders(await readPart(db, at, end, segment), at, segment));
  }
  return parts.join('');
}

/** The end of the part that one query reads; never beyond a segment. */
const nextPart = (at: number, segment: number): number =>
  Math.min(at - (at % PAGE) + 4 * MEBIBYTE, at - (at % segment) + segment);

async function readPart(db: Client, at: number, end: number, segment: number): Promise<Buffer> {
  const { rows } = await db.query<{ bytes: Buffer }>(
    `select pg_read_binary_file('pg_wal/' || pg_walfile_name('0/0'::pg_lsn + $1::numeric), $2, $3) as bytes`,
    // The name of a position at the beginning of a segment is that of the segment before.
    [at + 1, at % segment, end - at],
  );
  return rows[0]!.bytes;
}

function withoutHeaders(bytes: Buffer, start: number, segment: number): string {
  const pages: string[] = [];
  for (let at = 0; at < bytes.length; at += PAGE) {
    const header = (start + at) % segment === 0 ? LONG_HEADER : HEADER;
    pages.push(bytes.toString('latin1', at + header, at + PAGE));
  }
  return pages.join('');
}
