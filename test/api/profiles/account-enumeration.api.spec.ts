import { AccountsService } from '#members/accounts.service.js';
import { useApp } from '../../support/app/app.js';
import { apiAs, sendForm, sendJson } from '../../support/app/client.js';
import { mailsTo, sentMails } from '../../support/browser/sent-mails.js';
import { setTestPassword } from '../../support/app/test-password.js';
import { waitForJobs } from '../../support/app/wait-for-jobs.js';
import {
  APPLICATION_ANSWERS,
  makeApplicant,
  makeReviewers,
  SUBMIT_APPLICATION,
} from '../../support/factories/applicants-and-reviewers.js';
import { type PersonKind, makePerson } from '../../support/factories/make-people.js';

const app = useApp();
beforeAll(async () => {
  await makeReviewers(app);
});

const KINDS: PersonKind[] = [
  ...(['member', 'probation', 'moderator', 'supporter', 'applicant', 'suspended'] as const),
  ...(['locked', 'former', 'auditor', 'administrator'] as const),
];

/** Returns one address for every kind of account, and one without an account. */
async function addresses(): Promise<Map<string, string>> {
  const found = new Map<string, string>([['nobody', 'nunca@trama.example']]);
  for (const kind of KINDS) {
    const one = await makePerson(app, kind, kind);
    await setTestPassword(app, one);
    found.set(kind, one.email);
  }
  const bare = await makePerson(app, 'bare', 'member', { passwordHash: null });
  const unproved = await makePerson(app, 'unproved', 'applicant', { emailConfirmedAt: null });
  const going = await makePerson(app, 'going', 'member', {
    deletionDueAt: app.clock.in(3_600_000),
  });
  const gone = await makePerson(app, 'gone', 'member');
  await setTestPassword(app, unproved, going, gone);
  await app.db.write(() => app.get(AccountsService).remove(gone.accountId));
  for (const { name, email } of [bare, unproved, going, gone]) found.set(name, email);
  await makeApplicant(app, {
    reach: 'email',
    email: 'llega@trama.example',
    password: 'río-lento-y-claro',
  });
  found.set('who has just applied', 'llega@trama.example');
  return found;
}

async function shown(answer: Response, address: string): Promise<string> {
  const headers = [...answer.headers].filter(([name]) => !/^(date|set-cookie)$/.test(name));
  const cookies = answer.headers.getSetCookie().map((line) => line.replace(/=[^;]+/, '='));
  const text = (await answer.text()).replaceAll(address, 'ADDRESS');
  // A receipt has a new recovery phrase each time; its length is compared.
  const words = text.replace(/"words":\[[^\]]*\]/, (list) => `words ${list.split(',').length}`);
  return JSON.stringify([
    answer.status,
    headers.filter(([name]) => name !== 'content-length'),
    cookies,
    words,
  ]);
}

const password = 'una-frase-que-nadie-sabe';
const DOORS: Record<string, (email: string) => Promise<Response>> = {
  'signing in with a wrong password': (email) =>
    sendJson({ app }, '/auth/sign-in', { email, password }),
  'the sign-in form': (email) => sendForm({ app }, '/auth/sign-in', { email, password }),
  'requesting a new password': (email) => sendForm({ app }, '/es/forgot', { email }),
  applying: (email) =>
    apiAs({ app }).raw(SUBMIT_APPLICATION, {
      input: { ...APPLICATION_ANSWERS, reach: 'email', email, password },
    }),
};

it.each(Object.entries(DOORS))(
  '%s gives the same answer for every kind of account and for none',
  async (_title, door) => {
    const answers = new Map<string, string>();
    for (const [kind, email] of await addresses())
      answers.set(kind, await shown(await door(email), email));
    const nobody = answers.get('nobody')!;
    expect(answers.size).toBe(KINDS.length + 6);
    for (const [kind, answer] of answers) expect([kind, answer]).toEqual([kind, nobody]);
    await app.db.query('delete from rate_limit');
    await app.db.query(
      `delete from account where email like '%trama.example' and standing = 'applicant'`,
    );
  },
);

it('no endpoint looks up an address: no invitation, mailed code or list', async () => {
  const ana = await makePerson(app, 'ana', 'member');
  await mailsTo(app, 'llega@trama.example').catch(() => []);
  await waitForJobs(app);
  for (const path of ['/invite', '/es/invite', '/auth/check', '/auth/exists', '/auth/register'])
    expect((await sendJson({ app }, path, { email: ana.email })).status).toBe(404);
  // Only the owner of an address in use is notified, and the mail says only that there is news.
  for (const mail of sentMails(app)) expect(mail.text).not.toContain('@trama.example');
});

describe('the rate limits of public endpoints', () => {
  it('reveal the same remaining attempts for any address', async () => {
    const { email } = await makePerson(app, 'eva', 'member');
    const told = [];
    for (const address of [email, 'jamas@trama.example']) {
      const answers = [];
      for (let n = 0; n < 7; n++) {
        const answer = await sendJson({ app }, '/auth/sign-in', { email: address, password });
        answers.push((await shown(answer, address)).replaceAll(/3[56]\d\d/g, 'N'));
      }
      for (let n = 0; n < 5; n++) {
        answers.push(
          await shown(await sendForm({ app }, '/es/forgot', { email: address }), address),
        );
      }
      told.push(answers);
    }
    expect(told[0]).toEqual(told[1]);
    const names = /ratelimit|x-rate|remaining|quota/i;
    expect(JSON.stringify(told)).not.toMatch(names);
  });
});
