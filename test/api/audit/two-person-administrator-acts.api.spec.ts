import { TwoPersonActKinds } from '#audit/two-person/two-person-act-kinds.js';
import { HOUR, MINUTE } from '#kernel/clock.js';
import { useApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import { dutyRequests, makeDutyCode } from '../../support/factories/duty-requests.js';
import { askToAddLine } from '../../support/factories/emergency-lines.js';
import { twoPersonActions } from '../../support/factories/two-person-acts.js';
import { makeReviewers } from '../../support/factories/applicants-and-reviewers.js';
import {
  signInAgain,
  signInBrowser,
  type Person,
  makePerson,
  makePeople,
} from '../../support/factories/make-people.js';
import { readRepositoryFile } from '../../support/repository.js';

const app = useApp({ TRAMA_WORKER: '0' });
let ad1: Person;
let ad2: Person;
beforeAll(async () => {
  await makeReviewers(app);
});
beforeEach(async () => {
  await app.db.query(`delete from duty where name = 'administer'`);
  ({ ad1, ad2 } = await makePeople(app, { ad1: 'administrator', ad2: 'administrator' }));
});

type Asked = { id: string; kind: string; hash: string };
const VOUCHES = `mutation ($input: VouchesNeededInput!) {
  askToChangeVouchesNeeded(input: $input) { id kind hash } }`;

async function dutyOf(who: Person, name: string): Promise<string> {
  const [row] = await app.db.query<{ id: string }>(
    'select id from duty where account_id = $1 and name = $2',
    [who.accountId, name],
  );
  return row!.id;
}

/** Requests an act of each kind; the state that the act changes shows how often it was executed. */
const KINDS: Readonly<Record<string, (asker: Person) => Promise<Asked>>> = {
  grantDuty: async (asker) =>
    dutyRequests(asker).grant(await makeDutyCode(await makePerson(app, 'ada', 'member')), [
      'support',
    ]),
  takeDuty: async (asker) =>
    dutyRequests(asker).take(await dutyOf(await makePerson(app, 'su', 'supporter'), 'support')),
  makeStaff: async (asker) => dutyRequests(asker).makeStaff('audit', crypto.randomUUID()),
  changeSettings: async (asker) => {
    const { settings } = await apiAs(asker).ask('{ settings { vouchesNeeded } }');
    const input = { vouches: settings.vouchesNeeded === 3 ? 2 : 3, reason: 'Lo hablamos.' };
    return (await apiAs(asker).ask(VOUCHES, { input })).askToChangeVouchesNeeded;
  },
  changeEmergencyLine: async (asker) => askToAddLine(asker),
};

async function state(): Promise<string> {
  const [row] = await app.db.query<{ text: string }>(
    `select (select coalesce(string_agg(account_id || name, ',' order by account_id, name), '') from duty)
       || (select count(*) from account) || (select coalesce(max(vouches_needed), 2) from instance)
       || ' ' || (select count(*) from emergency_line) as text`,
  );
  return row!.text;
}

const WORDS = readRepositoryFile('apps/web/src/features/audit/two-person-act-texts.ts');

/** Returns the labels that the web app cannot translate; a reader would see the bare key. */
function unworded(kind: string, shown: readonly { label: string }[]): string[] {
  const [, words = ''] = WORDS.split(`\n  ${kind}: {`);
  const labels = /labels: \{([^}]*)\}/.exec(words)?.[1] ?? '';
  return shown.map(({ label }) => label).filter((label) => !labels.includes(`${label}: msg`));
}

const refusal = (reason: string) => ({ reason });

it('the check for untranslated labels finds a label without a translation', () => {
  expect(unworded('takeDuty', [{ label: 'knownAs' }, { label: 'address' }])).toEqual(['address']);
});

it('every kind of two-person act of administrators has a test row', () => {
  const registered = app
    .get(TwoPersonActKinds)
    .all()
    .filter(({ approver }) => approver === 'administer')
    .map(({ kind }) => kind);
  expect(registered.toSorted()).toEqual(Object.keys(KINDS).toSorted());
});

describe.each(Object.keys(KINDS))('the two-person act %s', (kind) => {
  const ask = (asker: Person) => KINDS[kind]!(asker);

  it('is executed once, when another administrator approves exactly the content that they read', async () => {
    const other = await KINDS[kind === 'makeStaff' ? 'grantDuty' : 'makeStaff']!(ad1);
    const act = await ask(ad1);
    expect(act.kind).toBe(kind);
    expect(unworded(kind, (await twoPersonActions(ad2).read(act.id)).shown)).toEqual([]);
    const before = await state();
    const elsewhere = {
      ...ad1,
      ...(await signInBrowser(app, ad1.accountId, 'Chromium · Android')),
    };
    for (const who of [ad1, elsewhere]) {
      await expect(dutyRequests(who).approve(act)).rejects.toMatchObject(refusal('twoPerson.own'));
    }
    await expect(dutyRequests(ad2).approve({ ...act, hash: other.hash })).rejects.toMatchObject(
      refusal('twoPerson.changed'),
    );
    const { hash } = (await twoPersonActions(ad1).change(act.id, 'Otra razón.')).changeTwoPersonAct;
    await expect(dutyRequests(ad2).approve(act)).rejects.toMatchObject(
      refusal('twoPerson.changed'),
    );
    const { au, mo, me } = await makePeople(app, { au: 'auditor', mo: 'moderator', me: 'member' });
    const untouched = await state();
    for (const who of [au, mo, me]) {
      await expect(dutyRequests(who).approve({ ...act, hash })).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
    }
    expect(await state()).toBe(untouched);
    expect(untouched).not.toBe(before); // only the three new administrators were added
    await dutyRequests(ad2).approve({ ...act, hash });
    const done = await state();
    expect(done).not.toBe(untouched);
    await expect(dutyRequests(ad2).approve({ ...act, hash })).rejects.toMatchObject(
      refusal('twoPerson.decided'),
    );
    expect(await state()).toBe(done);
  });

  it('requires both people to have entered their password within ten minutes, and expires after a day', async () => {
    const act = await ask(ad1);
    const before = await state();
    app.clock.move(11 * MINUTE);
    const late = refusal('session.confirmFirst');
    await expect(dutyRequests(ad2).approve(act)).rejects.toMatchObject(late);
    await expect(twoPersonActions(ad1).change(act.id, 'Otra.')).rejects.toMatchObject(late);
    app.clock.move(24 * HOUR);
    const fresh = await signInAgain(ad2);
    await expect(dutyRequests(fresh).approve(act)).rejects.toMatchObject(
      refusal('twoPerson.expired'),
    );
    expect(await state()).toBe(before);
    await dutyRequests(fresh).approve(await ask(await signInAgain(ad1)));
    expect(await state()).not.toBe(before);
  });
});

it('when three administrators take the duty from each other in a circle at once, at least one keeps the duty', async () => {
  const { ad3 } = await makePeople(app, { ad3: 'administrator' });
  const ring = [ad1, ad2, ad3];
  const acts: { approver: Person; act: Asked }[] = [];
  for (const [at, asker] of ring.entries()) {
    const [of, approver] = [ring[(at + 1) % 3]!, ring[(at + 2) % 3]!];
    acts.push({ approver, act: await dutyRequests(asker).take(await dutyOf(of, 'administer')) });
  }
  const tries = Array.from({ length: 21 }, (_, at) => acts[at % 3]!);
  const ends = await Promise.all(
    tries.map(({ approver, act }) =>
      dutyRequests(approver)
        .approve(act)
        .then(
          () => 'OK',
          ({ code }: { code: string }) => code,
        ),
    ),
  );
  const left = await app.db.query(`select 1 from duty where name = 'administer'`);
  const done = ends.filter((end) => end === 'OK').length;
  expect(left).toHaveLength(3 - done);
  expect(done).toBeGreaterThan(0);
  expect(left.length).toBeGreaterThan(0);
  expect(ends).not.toContain('INTERNAL');
});
