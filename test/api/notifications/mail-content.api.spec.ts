import { HandlerRegistry } from '#events/handler-registry.js';
import { LANGUAGES } from '#kernel/language.js';
import { MAIL_TEMPLATES, mailTextOf as mailText } from '#mail/mail-templates.js';
import { type TestApp, useApp } from '../../support/app/app.js';
import { AllMails, MAIL_CANARY } from '../../support/app/all-mails.js';
import { sentMails, type SentMail } from '../../support/browser/sent-mails.js';
import { sourceFiles, readRepositoryFile } from '../../support/repository.js';

/** Every mail is one of five fixed texts, and contains no data of the event that caused it. */
const app = useApp();
let mails: SentMail[];
beforeAll(async () => {
  const sweep = new AllMails(app);
  await sweep.begin();
  await sweep.applications();
  await sweep.dataThatDoesNotEnd();
  await sweep.matters();
  await sweep.removals();
  await sweep.duties();
  await sweep.people();
  await sweep.groups();
  await sweep.coalitions();
  await sweep.accounts();
  await sweep.support();
  await sweep.audit();
  mails = sentMails(app);
}, 60_000);

/** Returns the identifiers of the event handlers that may send mail: `Class.method`, or the `id` that a renamed one keeps. */
const thatMayWrite = () => {
  const texts = sourceFiles(['libs'], /handlers\.ts$/, 20)
    .map(({ text }) => text)
    .filter((text) => /\b(AccountMails|NewsMail|Notifications)Service\b/.test(text));
  const found = (pattern: RegExp) =>
    texts.flatMap((text) => [...text.matchAll(pattern)].map(([, name]) => name!));
  const ids = found(/\bid: '([\w.]+)'/g);
  const classes = found(/export class (\w+)/g);
  return app
    .get(HandlerRegistry)
    .events.map(({ name }) => name)
    .filter((name) => ids.includes(name) || classes.includes(name.split('.')[0]!));
};

it('this test produced an event for every handler that may send mail', async () => {
  const rows = await app.db.query<{ handler: string }>(
    'select distinct handler from event_receipt',
  );
  const heard = new Set(rows.map(({ handler }) => handler));
  const all = thatMayWrite();
  expect(all.length).toBeGreaterThan(25);
  // If a handler is missing here, add its event to this test.
  expect(all.filter((name) => !heard.has(name))).toEqual([]);
  const failed = await app.db.query('select 1 from graphile_worker.jobs where attempts > 0');
  expect(failed).toEqual([]);
});

const PATHS = /^\/(app|(es|pt|en)\/(sign-in|(set-up|confirm|keep|reset)\?t=[\w-]{43}))$/;
const known = ({ origin }: TestApp) =>
  LANGUAGES.flatMap((language) =>
    (Object.keys(MAIL_TEMPLATES) as (keyof typeof MAIL_TEMPLATES)[]).map((name) => {
      const { subject } = MAIL_TEMPLATES[name][language];
      const text = mailText(name, language, { origin, path: '/its-link' });
      return JSON.stringify([`Trama: ${subject}`, text.replace(`${origin}/its-link`, 'LINK')]);
    }),
  );
const HEADERS = [
  ...['from', 'to', 'subject', 'message-id', 'date', 'mime-version'],
  ...['content-type', 'content-transfer-encoding'],
];

it('every mail is one of the fixed texts, with a link to this instance and a fixed set of headers', () => {
  expect(mails.length).toBeGreaterThan(40);
  const said = new Set<string>();
  for (const { subject, text, path, source } of mails) {
    const kept = JSON.stringify([
      subject,
      text.replaceAll('\r\n', '\n').replace(`${app.origin}${path}`, 'LINK').trimEnd() + '\n',
    ]);
    expect(known(app)).toContain(kept);
    expect(path).toMatch(PATHS);
    said.add(kept);
    const [head = ''] = source.split('\r\n\r\n');
    const names = [...head.matchAll(/^([\w-]+):/gm)].map((found) => found[1]!.toLowerCase());
    expect(HEADERS).toEqual(expect.arrayContaining(names));
    expect(source).toMatch(/^Content-Type: text\/plain/m);
  }
  // Expected texts: news in each language, a link to confirm an address, and a link to choose a password.
  expect(said.size).toBeGreaterThan(4);
});

it('no mail contains a name, a title or a text of a user, in any encoding', () => {
  for (const { source, subject, text, to } of mails) {
    expect([source, subject, text].join('\n').replaceAll(to, '')).not.toMatch(MAIL_CANARY);
  }
});

it('there is no push endpoint; if one is added, this test must cover it', () => {
  const doors = readRepositoryFile('test/laws/doors.txt').split('\n');
  expect(doors.length).toBeGreaterThan(100);
  expect(doors.filter((door) => /push|subscri|webhook/i.test(door))).toEqual([]);
});

it('the audit log of all events of this test contains ids and action names, and no user-written text', async () => {
  const rows = await app.db.query<{ action: string; text: string }>(
    `select action, (to_jsonb(e) - 'hash')::text as text from audit_entry e`,
  );
  const actions = new Set(rows.map(({ action }) => action));
  for (const one of ['warn', 'suspend', 'separate', 'removeMember', 'grant', 'decide', 'ask']) {
    expect(actions).toContain(one);
  }
  for (const { text } of rows) {
    expect(text).not.toMatch(MAIL_CANARY);
    expect(text).not.toContain('@');
  }
});
