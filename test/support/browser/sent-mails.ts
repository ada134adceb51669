import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestApp } from '../app/app.js';
import { waitUntil } from '../wait-until.js';

export interface SentMail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** Path of the link in the mail, without the origin. */
  readonly path: string;
  /** The raw mail, including headers. */
  readonly source: string;
}

/** Returns every mail that was sent so far, oldest first. */
export function sentMails(app: TestApp): SentMail[] {
  const folder = join(app.dataDir, 'outbox');
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((name) => name.endsWith('.eml'));
  return files.sort().map((name) => parseMail(readFileSync(join(folder, name), 'utf8')));
}

/** Returns the mails to an address. Waits until there are `count` mails. */
export type Mailbox = (address: string, count?: number) => Promise<SentMail[]>;

export const mailboxOf =
  (all: () => SentMail[]): Mailbox =>
  async (address, count = 1) => {
    const mails = () => all().filter(({ to }) => to === address);
    await waitUntil(`Fewer than ${count} mails to ${address}`, () => mails().length >= count);
    return mails();
  };

/** Returns the mails of an application to an address, and waits for them like a `Mailbox`. */
export const mailsTo = (app: TestApp, address: string, count = 1): Promise<SentMail[]> =>
  mailboxOf(() => sentMails(app))(address, count);

/** Returns the token of the link in a mail. */
export const linkToken = ({ path }: Pick<SentMail, 'path'>): string =>
  new URL(path, 'http://trama.example').searchParams.get('t')!;

export function parseMail(mail: string): SentMail {
  const [folded = '', ...rest] = mail.split('\r\n\r\n');
  const head = folded.replace(/\r\n[ \t]+/g, ' ');
  const header = (name: string) => new RegExp(`^${name}: (.*)$`, 'mi').exec(head)?.[1] ?? '';
  const text = decoded(rest.join('\r\n\r\n'), header('Content-Transfer-Encoding'));
  const path = /https?:\/\/[^/\s]+(\/\S*)/.exec(text)?.[1] ?? '';
  const subject = plain(header('Subject'));
  return { to: header('To'), subject, text, path, source: mail };
}

/** Decodes a header (RFC 2047, UTF-8). */
function plain(header: string): string {
  return header
    .replace(/\?= +=\?UTF-8\?Q\?/g, '')
    .replace(/=\?UTF-8\?Q\?(.*?)\?=/g, (_all, words: string) =>
      decoded(words.replaceAll('_', ' '), 'quoted-printable'),
    );
}

function decoded(body: string, encoding: string): string {
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8');
  if (encoding !== 'quoted-printable') return body;
  const bytes = body
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
