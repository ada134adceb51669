import { IntroductionsJobs } from '#introductions/introductions.jobs.js';
import { DAY } from '#kernel/clock.js';
import { DataExportService } from '#signin/accounts/data-export.service.js';
import { BLOCK_PROFILE, makeVisibleProfile } from '../../support/factories/visible-profiles.js';
import { MembershipsService } from '#members/memberships.service.js';
import { useApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import { containingActions } from '../../support/app/match-viewer-can.js';
import {
  alliesOf,
  requestIntroduction,
  introductionStateFor,
  extendSessions,
} from '../../support/factories/introductions.js';
import { factories } from '../../support/factories/factories.js';
import { sentMails } from '../../support/browser/sent-mails.js';
import { matterOf, REPORT_SUBJECT } from '../../support/factories/moderation-documents.js';
import { waitForJobs } from '../../support/app/wait-for-jobs.js';
import { closeAllSockets, openSocket } from '../../support/app/sockets.js';
import { AGREE_TO_SUGGESTION, SUGGEST_MEETING } from '../../support/factories/suggestions.js';
import { makeAllies } from '../../support/factories/two-person-acts.js';
import { type Person, makePerson, makePeople } from '../../support/factories/make-people.js';

const LIST = `{ introductionsWaiting suggestions { id line viewerCan
  meeting { name groupName stewardName hasAgreed isUnderPersona } } }`;
const LAPSE = 'mutation ($id: ID!) { lapseSuggestion(suggestionId: $id) }';
const PERSONA = 'mutation ($input: PersonaInput!) { setPersona(input: $input) }';
const LEAVE = 'mutation ($id: ID!) { leaveGroup(membershipId: $id) }';
const NOBODY = '3f1d2c3b-0000-4000-8000-000000000000';

const app = useApp();
afterEach(closeAllSockets);

async function aGroup() {
  const people = await makePeople(app, {
    sol: 'member',
    ada: 'member',
    ben: 'member',
    eve: 'member',
  });
  const { sol, ada, ben, eve } = people;
  const [adaShown, benShown] = [await makeVisibleProfile(ada), await makeVisibleProfile(ben)];
  await makeVisibleProfile(sol);
  await makeVisibleProfile(eve);
  const group = await factories.group(app, { steward: sol, name: 'Radios del río' });
  const one = (await factories.membership(app, { group, person: ada })).id;
  const other = (await factories.membership(app, { group, person: ben })).id;
  return { ...people, group, one, other, adaShown, benShown };
}
type Group = Awaited<ReturnType<typeof aGroup>>;

const suggest = ({ sol, one, other }: Group, line = 'Hacen lo mismo en dos orillas.') =>
  apiAs(sol).ask(SUGGEST_MEETING, { input: { oneId: one, otherId: other, line } });
/** Ada blocks the persona of the other member; the block has no effect outside the group. */
async function blockPersona({ ada, ben, other }: Group) {
  const sql = `update membership set persona_name = 'Colibrí' where id = $1`;
  await app.db.query(sql, [other]);
  const block = 'insert into block (blocker_id, membership_id) values ($1, $2)';
  await app.db.query(block, [ada.accountId, other]);
  expect(await alliesOf(ben)).toEqual([]);
}

const of = async (who: Person) => (await apiAs(who).ask(LIST)) as any;
const idFor = async (who: Person) => (await of(who)).suggestions[0].id as string;

it('a suggestion reaches both members under their names in the group, and makes them allies once both agree', async () => {
  const there = await aGroup();
  const { sol, ada, ben, eve, benShown } = there;
  const ear = await openSocket(ada);
  expect(await suggest(there)).toEqual({ suggestMeeting: true });
  await ear.until('news', ({ subject }) => subject === 'introduction');
  const { suggestions, introductionsWaiting } = await of(ada);
  expect(introductionsWaiting).toBe(1);
  expect(suggestions).toEqual([
    {
      id: expect.any(String),
      line: 'Hacen lo mismo en dos orillas.',
      viewerCan: expect.arrayContaining(['read', 'agree', 'lapse', 'report']),
      meeting: {
        ...{ name: benShown.name, groupName: 'Radios del río', stewardName: 'sol de la Ribera' },
        ...{ hasAgreed: false, isUnderPersona: false },
      },
    },
  ]);
  const before = await of(ben);
  await apiAs(ada).ask(AGREE_TO_SUGGESTION, { id: suggestions[0].id });
  expect(await of(ben)).toEqual(before);
  expect(await of(ada)).toMatchObject({
    introductionsWaiting: 0,
    suggestions: [
      {
        viewerCan: containingActions(['read', 'lapse', 'report'], { without: ['agree'] }),
        meeting: { hasAgreed: true },
      },
    ],
  });
  expect(await apiAs(ada).code(AGREE_TO_SUGGESTION, { id: suggestions[0].id })).toBe('FORBIDDEN');
  expect(await alliesOf(ada)).toEqual([]);
  await apiAs(ben).ask(AGREE_TO_SUGGESTION, { id: suggestions[0].id });
  expect(await alliesOf(ada)).toEqual([ben.accountId]);
  expect((await of(ada)).suggestions).toEqual([]);
  for (const who of [sol, eve]) expect((await of(who)).suggestions).toEqual([]);
  await waitForJobs(app);
  const mails = sentMails(app).filter(({ to }) => [ada.email, ben.email].includes(to));
  expect(mails.map(({ source }) => source).join()).not.toMatch(/Ribera|orillas|Radios/);
});

it('a suggestion does not reveal to one member that the other declined, and expires after thirty days', async () => {
  const there = await aGroup();
  const { ada, ben } = there;
  await suggest(there);
  const id = await idFor(ada);
  await waitForJobs(app);
  const ear = await openSocket(ada);
  const before = await of(ada);
  await apiAs(ben).ask(LAPSE, { id });
  await waitForJobs(app);
  expect(await of(ada)).toEqual(before);
  expect(ear.frames).toEqual([]);
  expect(await apiAs(ben).code(AGREE_TO_SUGGESTION, { id })).toBe('NOT_FOUND');
  await apiAs(ada).ask(AGREE_TO_SUGGESTION, { id });
  expect(await alliesOf(ada)).toEqual([]);
  const other = await aGroup();
  await suggest(other);
  const late = await idFor(other.ada);
  await extendSessions(other.ada);
  app.clock.move(30 * DAY);
  expect(await of(other.ada)).toMatchObject({ introductionsWaiting: 0, suggestions: [] });
  expect(await apiAs(other.ada).code(AGREE_TO_SUGGESTION, { id: late })).toBe('NOT_FOUND');
  await app.get(IntroductionsJobs).expire();
  expect(await app.db.query('select 1 from suggestion where id = $1', [late])).toEqual([]);
  app.clock.move(-30 * DAY);
});

it('a suggestion keeps a persona secret, and shows before agreement what the other would learn', async () => {
  const there = await aGroup();
  const { ada, ben } = there;
  await apiAs(ben).ask(PERSONA, { input: { membershipId: there.other, name: 'Colibrí' } });
  const other = await app.get(MembershipsService).current(ben.accountId, there.other);
  await suggest({ ...there, other });
  const { suggestions } = await of(ada);
  expect(suggestions).toMatchObject([{ meeting: { name: 'Colibrí' } }]);
  const text = await (await apiAs(ada).raw(LIST)).text();
  expect(text).not.toContain('ben de la Ribera');
  expect(text).not.toContain(ben.accountId);
  expect(await of(ben)).toMatchObject({ suggestions: [{ meeting: { isUnderPersona: true } }] });
});

it.each<[string, (there: Group) => Promise<unknown>]>([
  ['are already allies', ({ ada, ben }) => makeAllies(app, ada, ben)],
  ['are separated by a block in the group', (there) => blockPersona(there)],
  [
    'are separated by a block',
    ({ ben, adaShown }) => apiAs(ben).ask(BLOCK_PROFILE, { id: adaShown.personId }),
  ],
  ['had a suggestion before', (there) => suggest(there, '')],
])(
  'a suggestion has no effect when the two %s, and the steward gets the same answer',
  async (_, before) => {
    const there = await aGroup();
    await before(there);
    const [one, two] = [await of(there.ada), await of(there.ben)];
    expect(await suggest(there)).toEqual({ suggestMeeting: true });
    expect([await of(there.ada), await of(there.ben)]).toEqual([one, two]);
  },
);

it.each<[string, (there: Group) => Promise<unknown>]>([
  ['one leaves the group', ({ ben, other }) => apiAs(ben).ask(LEAVE, { id: other })],
  [
    'one blocks the other',
    ({ ben, adaShown }) => apiAs(ben).ask(BLOCK_PROFILE, { id: adaShown.personId }),
  ],
  [
    'one is suspended',
    ({ ben }) =>
      app.db.query(`update account set standing = 'suspended' where id = $1`, [ben.accountId]),
  ],
])('a suggestion ends when %s', async (_, end) => {
  const there = await aGroup();
  const { ada } = there;
  await suggest(there);
  const id = await idFor(ada);
  await end(there);
  expect((await of(ada)).suggestions).toEqual([]);
  expect(await apiAs(ada).code(AGREE_TO_SUGGESTION, { id })).toBe('NOT_FOUND');
  expect(await apiAs(ada).code(LAPSE, { id })).toBe('NOT_FOUND');
});

it('a suggestion can be made only by a steward, for two members of their group, with at most ten open', async () => {
  const there = await aGroup();
  const { sol, ada, eve, group, one, other } = there;
  const code = (who: Person, oneId: string, otherId: string) =>
    apiAs(who).code(SUGGEST_MEETING, { input: { oneId, otherId, line: '' } });
  expect(await code(ada, one, other)).toBe('FORBIDDEN');
  expect(await code(eve, one, other)).toBe('NOT_FOUND');
  expect(await code(sol, one, NOBODY)).toBe('NOT_FOUND');
  expect(await code(sol, one, one)).toBe('INVALID');
  const elsewhere = await aGroup();
  expect(await code(sol, one, elsewhere.other)).toBe('NOT_FOUND');
  const [own] = await app.db.query<{ id: string }>(
    'select id from membership where group_id = $1 and account_id = $2',
    [group.id, sol.accountId],
  );
  expect(await code(sol, one, own!.id)).toBe('FORBIDDEN');
  for (let count = 0; count < 10; count++) expect(await code(sol, one, other)).toBe('OK');
  await expect(suggest(there)).rejects.toMatchObject({ reason: 'suggestion.tooManyOpen' });
});

it('agreeing to a suggestion also accepts a waiting request between the two, and creates one alliance', async () => {
  const there = await aGroup();
  const { ada, ben, benShown } = there;
  const { id } = await requestIntroduction(ada, benShown);
  await suggest(there);
  const suggestionId = await idFor(ada);
  await Promise.all(
    [ada, ben].map((who) => apiAs(who).ask(AGREE_TO_SUGGESTION, { id: suggestionId })),
  );
  expect(await alliesOf(ada)).toEqual([ben.accountId]);
  expect(await introductionStateFor(ada, id)).toBe('accepted');
});

it("a suggestion can be reported by either recipient as the steward's text, and is in the data export of each", async () => {
  const there = await aGroup();
  const { ada, ben, eve, sol } = there;
  await suggest(there, 'Una frase que no cabe');
  const id = await idFor(ada);
  const input = { subject: 'Suggestion', subjectId: id, reason: 'harassment' };
  for (const who of [eve, sol])
    expect(await apiAs(who).code(REPORT_SUBJECT, { input })).toBe('NOT_FOUND');
  await apiAs(ada).ask(REPORT_SUBJECT, { input });
  const mo = await makePerson(app, 'mo', 'moderator');
  const [row] = await app.db.query<{ id: string }>('select id from report where reporter_id = $1', [
    ada.accountId,
  ]);
  expect(await matterOf(mo, row!.id)).toEqual(expect.any(String));
  expect((await of(ben)).suggestions).toHaveLength(1);
  const file = await app.get(DataExportService).read(ada.accountId);
  expect(file).toMatchObject({ suggestions: [{ agreed_at: null, lapsed_at: null }] });
  expect(JSON.stringify(file)).not.toContain('ben de la Ribera');
  expect(await app.get(DataExportService).read(sol.accountId)).toMatchObject({
    suggestionsMade: [{ line: 'Una frase que no cabe' }],
  });
});
