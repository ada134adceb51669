import { EventsWorker } from '#events/events.worker.js';
import { HOUR, MINUTE } from '#kernel/clock.js';
import { type TestApp, startApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import {
  dutyRequests,
  makeDutyCode,
  layDownDuty,
  myDuties,
} from '../../support/factories/duty-requests.js';
import { makeProfile } from '../../support/factories/make-profile.js';
import { sentMails } from '../../support/browser/sent-mails.js';
import { closeAllSockets, openSocket } from '../../support/app/sockets.js';
import { makeReviewers } from '../../support/factories/applicants-and-reviewers.js';
import {
  signInAgain,
  type Person,
  makePerson,
  makePeople,
} from '../../support/factories/make-people.js';

/** Two administrators give a duty to a member who agreed, whom they know only by a code and a name. */
let app: TestApp;
let ad1: Person;
let ad2: Person;
beforeEach(async () => {
  app = await startApp({ TRAMA_WORKER: '0' });
  await makeReviewers(app);
  ({ ad1, ad2 } = await makePeople(app, { ad1: 'administrator', ad2: 'administrator' }));
});
afterEach(async () => {
  closeAllSockets();
  await app.stop();
});

const unusable = { code: 'INVALID', fields: { code: 'notUsable' } };
const dutiesOf = async (who: Person) =>
  (await myDuties(await signInAgain(who))).map(({ name }) => name);

it('a duty is granted by two administrators to the maker of the code, whose sessions end with a notification', async () => {
  const ada = await makePerson(app, 'ada', 'member');
  await makeProfile(ada, { answers: { name: 'Ada Quispe' } });
  const code = await makeDutyCode(ada);
  expect(code).toMatch(/^[\w-]{43}$/);
  const ear = await openSocket(ada);
  const act = await dutyRequests(ad1).grant(code, ['vet', 'moderate']);
  expect(act).toMatchObject({
    kind: 'grantDuty',
    state: 'waiting',
    shown: [
      { label: 'knownAs', value: 'Chasca' },
      { label: 'duty', value: 'vet' },
      { label: 'duty', value: 'moderate' },
    ],
  });
  expect(await dutiesOf(ada)).toEqual([]);
  await dutyRequests(ad2).approve(act);
  await ear.until('ended', ({ reason }) => reason === 'duties-changed');
  expect(await apiAs(ada).code('{ me { id } }')).toBe('UNAUTHENTICATED');
  const now = await signInAgain(ada);
  expect((await apiAs(now).ask('{ me { duties } }')).me.duties).toEqual(['moderate', 'vet']);
  expect(await apiAs(now).code('{ applicationQueue { items { id } } }')).toBe('OK');
  const { items } = (await apiAs(now).ask('{ actsAboutMe { items { action duty subjectType } } }'))
    .actsAboutMe;
  const granted = { action: 'grant', duty: 'administer', subjectType: 'Duty' };
  expect(items).toEqual([granted, granted]);
  await app.get(EventsWorker).drain();
  expect(sentMails(app).filter(({ to }) => to === ada.email)).toHaveLength(1);
  expect((await dutyRequests(ad1).holders()).find(({ knownAs }) => knownAs === 'Chasca')).toEqual({
    knownAs: 'Chasca',
    isYou: false,
    isStaff: false,
    isFounder: false,
    isTaken: true,
    duties: [
      { id: expect.any(String), name: 'moderate', canTake: true },
      { id: expect.any(String), name: 'vet', canTake: true },
    ],
  });
});

it('a duty code does not reveal its maker to administrators', async () => {
  const ada = await makePerson(app, 'ada', 'member');
  const profileId = await makeProfile(ada, { answers: { name: 'Ada Quispe' } });
  const act = await dutyRequests(ad1).grant(await makeDutyCode(ada), ['support']);
  await dutyRequests(ad2).approve(act);
  const seen = JSON.stringify([
    act,
    await dutyRequests(ad1).holders(),
    await apiAs(ad1).ask(`{ twoPersonActs { id reason shown { label value } } }`),
  ]);
  for (const secret of ['Quispe', ada.accountId, ada.email, String(profileId)]) {
    expect(seen).not.toContain(secret);
  }
  const held = await app.db.query(`select known_as from duty where name = 'support'`);
  expect(JSON.stringify(held)).not.toContain(Buffer.from('Chasca').toString('hex'));
  for (const who of [ada, ...(await openTo())]) {
    expect(await apiAs(await signInAgain(who)).code('{ dutyHolders { knownAs } }')).toBe(
      'FORBIDDEN',
    );
  }
});
const openTo = async () => [
  await makePerson(app, 'mo', 'moderator'),
  await makePerson(app, 'au', 'auditor'),
];

it('an unknown, expired, used, revoked or replaced duty code, and the code of a non-member, get the same answer', async () => {
  const { ada, ben, eva, sol } = await makePeople(app, {
    ada: 'member',
    ben: 'member',
    eva: 'member',
    sol: 'member',
  });
  const used = await makeDutyCode(ada);
  await dutyRequests(ad2).approve(await dutyRequests(ad1).grant(used, ['support']));
  const replaced = await makeDutyCode(ben);
  const revoked = await makeDutyCode(ben);
  const { myDutyCode } = await apiAs(ben).ask('{ myDutyCode { id endsAt } }');
  await apiAs(ben).ask('mutation ($id: ID!) { revokeDutyCode(codeId: $id) }', {
    id: myDutyCode.id,
  });
  const suspended = await makeDutyCode(sol);
  await app.db.query(`update account set standing = 'suspended' where id = $1`, [sol.accountId]);
  const over = await makeDutyCode(eva);
  app.clock.move(72 * HOUR);
  const bodies = new Set<string>();
  for (const code of ['no-such-code', used, replaced, revoked, suspended, over]) {
    const asker = await signInAgain(ad1);
    await expect(dutyRequests(asker).grant(code, ['vet'])).rejects.toMatchObject(unusable);
    const document = `mutation { askToGrantDuties(input: { code: "${code}", duties: [vet], knownAs: "x", reason: "x" }) { id } }`;
    bodies.add(await (await apiAs(asker).raw(document)).text());
  }
  expect(bodies.size).toBe(1);
});

it('a grant of duties fails if its duty code is revoked or the member is suspended before the approval', async () => {
  const { ada, ben } = await makePeople(app, { ada: 'member', ben: 'member' });
  const [first, second] = [
    await dutyRequests(ad1).grant(await makeDutyCode(ada), ['vet']),
    await dutyRequests(ad1).grant(await makeDutyCode(ben), ['vet']),
  ];
  await makeDutyCode(ada);
  await app.db.query(`update account set standing = 'suspended' where id = $1`, [ben.accountId]);
  for (const act of [first, second]) {
    await expect(dutyRequests(ad2).approve(act)).rejects.toMatchObject({
      code: 'CONFLICT',
      reason: 'duty.codeOver',
    });
  }
  expect(await dutiesOf(ada)).toEqual([]);
});

it('members may hold vet, moderate and support together, and none of the staff duties', async () => {
  const ada = await makePerson(app, 'ada', 'member');
  const code = await makeDutyCode(ada);
  for (const duties of [
    ['audit'],
    ['administer'],
    ['vet', 'administer'],
    [],
    ['vet', 'vet'],
  ] as const) {
    await expect(dutyRequests(ad1).grant(code, duties)).rejects.toMatchObject({ code: 'INVALID' });
  }
  await dutyRequests(ad2).approve(
    await dutyRequests(ad1).grant(code, ['vet', 'moderate', 'support']),
  );
  expect(await dutiesOf(ada)).toEqual(['moderate', 'support', 'vet']);
  const another = await makeDutyCode(await signInAgain(ada));
  await expect(dutyRequests(ad1).grant(another, ['support'])).rejects.toMatchObject({
    reason: 'duty.already',
  });
  for (const duty of ['vet', 'support'] as const) {
    await expect(dutyRequests(ad1).makeStaff(duty)).rejects.toMatchObject({ code: 'INVALID' });
  }
});

it('only a member past probation who has just entered the password can make a duty code', async () => {
  const make = 'mutation { makeDutyCode { code } }';
  const { pr, ada, au, ap } = await makePeople(app, {
    pr: 'probation',
    ada: 'member',
    au: 'auditor',
    ap: 'applicant',
  });
  await expect(apiAs(pr).ask(make)).rejects.toMatchObject({
    code: 'FORBIDDEN',
    reason: 'duty.probation',
  });
  for (const who of [ad1, au, ap]) expect(await apiAs(who).code(make)).toBe('FORBIDDEN');
  app.clock.move(11 * MINUTE);
  await expect(apiAs(ada).ask(make)).rejects.toMatchObject({ reason: 'session.confirmFirst' });
  expect(await apiAs(await signInAgain(ada)).code(make)).toBe('OK');
  expect(
    await apiAs(ada).code('mutation ($id: ID!) { revokeDutyCode(codeId: $id) }', {
      id: crypto.randomUUID(),
    }),
  ).toBe('NOT_FOUND');
});

it("an administrator cannot approve their own act or take an auditor's duty, and every step of a grant is audited", async () => {
  const ada = await makePerson(app, 'ada', 'member');
  const au = await makePerson(app, 'au', 'auditor');
  const act = await dutyRequests(ad1).grant(await makeDutyCode(ada), ['moderate']);
  await expect(dutyRequests(ad1).approve(act)).rejects.toMatchObject({ reason: 'twoPerson.own' });
  const holders = await dutyRequests(ad1).holders();
  const dutyIdOf = (name: string, is = ({ isYou }: { isYou: boolean }) => !isYou) =>
    holders
      .filter(is)
      .flatMap(({ duties }) => duties)
      .find((duty) => duty.name === name).id;
  await expect(dutyRequests(ad1).take(dutyIdOf('audit'))).rejects.toMatchObject({
    code: 'FORBIDDEN',
    reason: 'duty.auditors',
  });
  await expect(
    dutyRequests(ad1).take(dutyIdOf('administer', ({ isYou }) => isYou)),
  ).rejects.toMatchObject({ code: 'FORBIDDEN', reason: 'duty.layDownInstead' });
  await dutyRequests(ad2).approve(act);
  const records = '{ auditRecords(first: 50) { items { action subjectType actorId reason } } }';
  const items = (await apiAs(au).ask(records)).auditRecords.items;
  for (const said of [
    { action: 'ask', subjectType: 'TwoPersonAct', actorId: ad1.accountId, reason: 'grantDuty' },
    { action: 'approve', subjectType: 'TwoPersonAct', actorId: ad2.accountId, reason: 'grantDuty' },
    { action: 'grant', subjectType: 'Duty', actorId: ad2.accountId, reason: 'moderate' },
  ]) {
    expect(items).toContainEqual(said);
  }
  expect(await apiAs(ad2).code(records)).toBe('FORBIDDEN');
});

it('a duty is given up by its holder alone, at once, and then gives no access', async () => {
  const mo = await makePerson(app, 'mo', 'moderator');
  await expect(
    apiAs(ad1).ask('mutation ($id: ID!) { layDownDuty(dutyId: $id) }', {
      id: (await myDuties(mo))[0]!.id,
    }),
  ).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await layDownDuty(mo, 'vet');
  expect(await apiAs(mo).code('{ me { id } }')).toBe('UNAUTHENTICATED');
  const now = await signInAgain(mo);
  expect(await dutiesOf(mo)).toEqual(['moderate']);
  expect(
    await apiAs(now)
      .ask('{ applicationQueue { items { id } } }')
      .catch(() => 'closed'),
  ).toBe('closed');
  await layDownDuty(await signInAgain(ad2), 'administer');
  expect(await apiAs(await signInAgain(ad2)).code('{ dutyHolders { knownAs } }')).toBe('FORBIDDEN');
  expect(await apiAs(await signInAgain(ad2)).code('{ me { standing } }')).toBe('OK');
});

it('the holder of a duty chooses the name that administrators see', async () => {
  const mo = await makePerson(app, 'mo', 'moderator');
  const name = 'mutation ($input: KnownAsInput!) { setKnownAs(input: $input) { name knownAs } }';
  expect((await apiAs(mo).ask(name, { input: { knownAs: ' Illari ' } })).setKnownAs).toEqual([
    { name: 'moderate', knownAs: 'Illari' },
    { name: 'vet', knownAs: 'Illari' },
  ]);
  expect((await dutyRequests(ad1).holders()).map(({ knownAs }) => knownAs)).toContain('Illari');
  expect(await apiAs(mo).code(name, { input: { knownAs: '' } })).toBe('INVALID');
  const ada = await makePerson(app, 'ada', 'member');
  expect((await apiAs(ada).ask(name, { input: { knownAs: 'Nadie' } })).setKnownAs).toEqual([]);
});
