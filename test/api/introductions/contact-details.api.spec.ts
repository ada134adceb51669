import {
  BLOCK_PROFILE,
  makeVisibleProfile,
  type VisibleProfile,
} from '../../support/factories/visible-profiles.js';
import { useApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import { readEverything } from '../../support/matrix/crawler.js';
import {
  answerDocument,
  requestIntroduction,
  makeVisiblePair,
} from '../../support/factories/introductions.js';
import { factories } from '../../support/factories/factories.js';
import { CARD_FIELDS, PERSON_QUERY } from '../../support/matrix/person-document.js';
import { postText } from '../../support/factories/moderation-documents.js';
import { makeAllies } from '../../support/factories/two-person-acts.js';
import { type Person, makePeople } from '../../support/factories/make-people.js';
import { readRepositoryFile } from '../../support/repository.js';

const app = useApp({ TRAMA_WORKER: '0' });

const DOORS = readRepositoryFile('test/laws/doors.txt').split('\n');
const END = 'mutation ($id: ID!) { endAlliance(personId: $id) }';

type Two = Awaited<ReturnType<typeof makeVisiblePair>>;
const side = (name: string) =>
  `{ introductions(side: ${name}) { items { note person { personId name } } } }`;
/** Returns everything that a member can read of other people, including the person of this profile. */
const said = async (who: Person, { personId }: VisibleProfile, isAll: boolean): Promise<string> => {
  if (isAll) return readEverything(who, []);
  const documents = [
    ...[PERSON_QUERY, `{ people { items { ${CARD_FIELDS} } } }`, '{ channels { id name allyId } }'],
    ...[side('asked'), side('asker'), '{ blockedPeople { knownAs } }'],
  ];
  const answers = documents.map(async (one) =>
    (await apiAs(who).raw(one, { id: personId })).text(),
  );
  return (await Promise.all(answers)).join('\n');
};

/**
 * Returns whether Ada can read Ben's contact details and whether Ben can read Ada's. Expects that Eve can read neither.
 */
async function reached({ ada, ben, eve, adaShown, benShown }: Two, isAll = false) {
  const hears = async (who: Person, of: VisibleProfile) =>
    (await said(who, of, isAll)).includes(`señal de ${of.name}`);
  const third = [await hears(eve, adaShown), await hears(eve, benShown)];
  expect(third).toEqual([false, false]);
  return [await hears(ada, benShown), await hears(ben, adaShown)];
}
const NEITHER = [false, false];
const BOTH = [true, true];

it('contact details are visible to two people only after both accepted the introduction', async () => {
  const there = await makeVisiblePair(app);
  const { ada, ben, adaShown, benShown } = there;
  expect(await reached(there)).toEqual(NEITHER);
  const { id } = await requestIntroduction(ada, benShown);
  expect(await reached(there)).toEqual(NEITHER);
  expect(await reached(there, true)).toEqual(NEITHER);
  await apiAs(ben).ask(answerDocument('accept'), { id });
  expect(await reached(there)).toEqual(BOTH);
  await apiAs(ada).ask(END, { id: benShown.personId });
  expect(await reached(there)).toEqual(NEITHER);
  expect(await apiAs(ben).code(answerDocument('accept'), { id })).not.toBe('OK');
  expect(await apiAs(ben).code(END, { id: adaShown.personId })).toBe('NOT_FOUND');
}, 180_000);

it.each<[string, (there: Two, id: string) => Promise<unknown>]>([
  ['the request is withdrawn', ({ ada }, id) => apiAs(ada).ask(answerDocument('withdraw'), { id })],
  ['the request is declined', ({ ben }, id) => apiAs(ben).ask(answerDocument('decline'), { id })],
  [
    'the asker blocks',
    ({ ada, benShown }) => apiAs(ada).ask(BLOCK_PROFILE, { id: benShown.personId }),
  ],
  [
    'the person asked blocks',
    ({ ben, adaShown }) => apiAs(ben).ask(BLOCK_PROFILE, { id: adaShown.personId }),
  ],
])('contact details stay hidden when %s before the second step', async (_title, between) => {
  const there = await makeVisiblePair(app);
  const { id } = await requestIntroduction(there.ada, there.benShown);
  await between(there, id);
  expect(await apiAs(there.ben).code(answerDocument('accept'), { id })).not.toBe('OK');
  expect(await reached(there)).toEqual(NEITHER);
});

it('contact details stay hidden when the asker blocks at the moment the person asked accepts', async () => {
  for (let round = 0; round < 6; round++) {
    const there = await makeVisiblePair(app);
    const { ada, ben, benShown } = there;
    const { id } = await requestIntroduction(ada, benShown);
    await Promise.all([
      apiAs(ben).code(answerDocument('accept'), { id }),
      apiAs(ada).code(BLOCK_PROFILE, { id: benShown.personId }),
    ]);
    expect(await reached(there)).toEqual(NEITHER);
  }
});

it('an introducer can only pass on a request, and no endpoint grants access to guests', () => {
  const named = DOORS.map((door) => door.replace(/ · .*/, ''));
  const about = (words: RegExp) => named.filter((door) => words.test(door));
  expect(about(/introduc(?!tory)/i)).toEqual([
    ...['mutation acceptIntroduction', 'mutation askIntroduction', 'mutation declineIntroduction'],
    ...['mutation lapseIntroduction', 'mutation passIntroduction', 'mutation setOffersToIntroduce'],
    ...['mutation withdrawIntroduction', 'query introducers', 'query introduction'],
    ...['query introductions', 'query introductionsWaiting', 'query offersToIntroduce'],
  ]);
  // Uploads are the uploader's own pictures, the picture of their group, or files for the uploader's own messages and
  // requests for support.
  expect(about(/broker|guest|upload|attach|openFile|share[^d]|link$/i)).toEqual([
    ...['DELETE /uploads/:id', 'DELETE /uploads/voice-answers/:id'],
    'GET /uploads/voice-answers/:id',
    ...['HEAD /uploads/:id', 'PATCH /uploads/:id', 'POST /uploads'],
    ...['POST /uploads/avatar', 'POST /uploads/group/:groupId'],
    ...['POST /uploads/persona/:membershipId', 'POST /uploads/voice-answers'],
    // The links of a case, for the people of the case.
    'mutation addCaseLink',
    // A guest is a requester of support without an account.
    'mutation askSupportAsGuest',
    'mutation describeAttachment',
    // Links that a steward makes, into a group or for a participant of a coalition.
    ...['mutation makeGroupLink', 'mutation removeCaseLink', 'mutation revokeGroupLink'],
    // The link of an introductory call, for its requester.
    'mutation setCallLink',
    // Shares the words of a case to which its requester agreed.
    'mutation shareCase',
    ...['mutation takeStaffLink', 'mutation useCoalitionLink', 'mutation useGroupLink'],
    ...['query attachment', 'query guestAskingClosedBecause'],
  ]);
});

it('an ally cannot see the groups of the other: not in lists, searches or links', async () => {
  const { ana, ally, mate } = await makePeople(app, {
    ana: 'member',
    ally: 'member',
    mate: 'member',
  });
  for (const one of [ana, ally]) await makeVisibleProfile(one);
  await makeVisibleProfile(mate, 'qzcompañeraqz');
  await app.db.query(
    `update profile_field set audience = 'groups' where kind = 'name' and account_id = $1`,
    [mate.accountId],
  );
  const part = { isListed: false, access: 'invitation' as never, name: 'qzgrupoqz' };
  const group = await factories.group(app, { steward: ana, members: [mate], ...part });
  const { id: channelId } = await factories.channel(app, { group, name: 'qzcanalqz' });
  const messageId = await postText(ana, channelId, 'qzmensajeqz');
  await makeAllies(app, ana, ally);
  const words = ['qzcompañeraqz', 'qzgrupoqz', 'qzcanalqz', 'qzmensajeqz'];
  const said = await readEverything(ally, words);
  const echoed = words.reduce((text, word) => text.replaceAll(`"${word}"`, ''), said);
  expect(words.filter((word) => echoed.includes(word))).toEqual([]);
  expect(await readEverything(mate, [])).toContain('qzgrupoqz');
  const links: [string, string][] = [
    [`{ channel(id: "ID") { id } }`, channelId],
    [`{ message(id: "ID") { id } }`, messageId],
    [`{ groupMembers(groupId: "ID") { items { name } } }`, group.id],
    [`mutation { joinGroup(groupId: "ID") { id } }`, group.id],
    [`{ group(slug: "ID") { id } }`, group.slug],
  ];
  for (const [link, id] of links) {
    expect(await apiAs(ally).code(link.replace('ID', id))).toBe('NOT_FOUND');
  }
});
