import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { TestApp } from './app.js';

/** Returns every row of every table as text, including the job queue; bytes are hex. */
export async function dumpDatabase({ db }: TestApp): Promise<string> {
  const tables = await db.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname not in ('pg_catalog', 'information_schema') order by 1`,
  );
  const parts: string[] = [];
  for (const { name } of tables) {
    const rows = await db.query<{ row: string }>(`select t::text as row from ${name} t`);
    parts.push(name, ...rows.map(({ row }) => row));
  }
  return parts.join('\n');
}

/** Returns the forms that a text can have in a dump: plain, hex, and base64 at each of the three offsets. */
export const encodedForms = (text: string): string[] => [
  ...new Set([text, ...formsOfBytes(Buffer.from(text))]),
];

/** The same for bytes, whose plain form has one character for each byte, like `contentOfFiles`. */
function formsOfBytes(bytes: Buffer): string[] {
  const based = [0, 1, 2].flatMap((before) => {
    const whole = Buffer.concat([Buffer.alloc(before), bytes, Buffer.alloc(2)]);
    // Drops the characters that also encode neighbouring bytes of the dump.
    const kept = (encoding: 'base64' | 'base64url') =>
      whole
        .toString(encoding)
        .slice(Math.ceil((before * 8) / 6), Math.floor(((before + bytes.length) * 8) / 6));
    return [kept('base64'), kept('base64url')];
  });
  const hex = bytes.toString('hex');
  return [bytes.toString('latin1'), hex, hex.toUpperCase(), ...based];
}

/** Returns the texts that occur in the dump in at least one encoded form. */
export const textsInDump = (dump: string, texts: Iterable<string>): string[] =>
  [...texts].filter((text) => encodedForms(text).some((form) => dump.includes(form)));

/** Returns the bytes of all files in a folder as one string. */
export function contentOfFiles(folder: string): string {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const files = names.map((name) => join(folder, name)).filter((path) => statSync(path).isFile());
  return files.map((path) => readFileSync(path, 'latin1')).join('\n');
}

/** Whether the dump contains the bytes in at least one encoded form. */
export const isInDump = (dump: string, bytes: Buffer): boolean =>
  formsOfBytes(bytes).some((form) => dump.includes(form));
