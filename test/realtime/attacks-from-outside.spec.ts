import { useApp } from '../support/app/app.js';
import { apiAs, type Requester, sendJson } from '../support/app/client.js';
import { CookieJar, TEST_PASSWORD, setTestPassword } from '../support/app/test-password.js';
import { useProductNode } from '../support/servers/product-node.js';
import { closeAllSockets, openSocket, waitForFrames } from '../support/app/sockets.js';
import {
  inviteStaff,
  STAFF_INVITATION_ACCEPTED,
  acceptStaffInvitation,
} from '../support/factories/duty-requests.js';
import { BLOCK_PROFILE } from '../support/factories/visible-profiles.js';
import { GROUP_INPUT } from '../support/factories/group-input.js';
import {
  ACCEPT_INVITATION,
  ACCEPT_JOIN_REQUEST,
  ASK_TO_JOIN,
  joinRequestInput,
  DECLINE_INVITATION,
  HIDDEN_GROUP,
  INVITE_TO_GROUP,
  RECEIVED_INVITATIONS,
  JOIN_GROUP,
  OPEN_GROUP,
  READMIT_MEMBER,
  REMOVE_MEMBER,
  SET_PERSONA,
  WITHDRAW_JOIN_REQUEST,
} from '../support/factories/group-documents.js';
import { factories } from '../support/factories/factories.js';
import {
  admitApplicant,
  makeApplicant,
  makeReviewers,
} from '../support/factories/applicants-and-reviewers.js';
import { type Person, makePerson } from '../support/factories/make-people.js';
import {
  applicantByEmail,
  changeAddress,
  changePassword,
  DELETE_ACCOUNT,
  isSignedIn,
  mailedLinks,
  newAddress,
  NEXT_PASSWORD,
  opensSessionByPhrase,
  ownerAndThief,
  tokenInForm,
  signInDuringChange,
  THIEFS_PASSWORD,
} from '../support/signin/credentials.js';
import {
  RIGHT_PASSWORDS_ACCEPTED,
  tryRightPasswords,
  whileGuessingPasswords,
} from '../support/signin/password-guessing.js';
import { createPollingClient } from './polling-client.js';
import { post } from './group-chat.js';

/** This application only creates accounts and groups. The attacks run against the built product. */
const app = useApp({ TRAMA_WORKER: '0' });
let vetting: Person[];
beforeAll(async () => void (vetting = await makeReviewers(app)));
const product = useProductNode(app, { TRAMA_HASHING_QUEUE: '4' });
afterEach(closeAllSockets);
const links = () => mailedLinks(product.mails, product.node);
const signIn = async (email: string, password: string) =>
  (await new CookieJar(product.node).signIn(email, password)).status;
const profileOf = (who: Person) => factories.profile({ ...who, app });

describe('an account under attack', () => {
  it.each([1, 5])(
    'lets its owner sign in while guesses of its password arrive from other addresses (%s of them)',
    async (sources) => {
      const { ada, ben } = await product.people({ ada: 'member', ben: 'member' });
      await setTestPassword(app, ada, ben);
      const known = new CookieJar(product.node);
      await known.signIn(ada.email);
      const others = Array.from({ length: 20 }, () => newAddress('guessed'));
      const entering = { owner: ada.email, stranger: ben.email, known };
      const flood = { connections: 10, sources };
      const { evaluated, busy } = await whileGuessingPasswords(
        product.node,
        [ada.email, ...others],
        flood,
        async () =>
          expect(await tryRightPasswords(product.node, product.mails, entering)).toEqual(
            RIGHT_PASSWORDS_ACCEPTED,
          ),
      );
      expect(busy).toBeGreaterThan(0);
      expect(Math.max(...evaluated.values())).toBeLessThanOrEqual(5);
    },
  );
  it('opens no session for a stolen password while its owner changes the password', async () => {
    const { ada, thief } = await ownerAndThief(app, product.node);
    const stranger = new CookieJar(product.node);
    const { changed, statuses } = await signInDuringChange(app, ada, [thief, stranger]);
    expect([changed, statuses]).toEqual(['OK', [401, 401]]);
    for (const jar of [thief, stranger]) expect(await isSignedIn(jar)).toBe(false);
    expect(await isSignedIn(ada)).toBe(true);
    expect(await signIn(ada.email, NEXT_PASSWORD)).toBe(200);
  });
  it('cannot be opened with its recovery phrase after the applicant is admitted', async () => {
    const { who, email } = await applicantByEmail(product.node, 'words');
    expect(await links().confirm(email)).toBe(200);
    expect(await opensSessionByPhrase(product.node, who.words)).toBe(true);
    const [mo1, mo2] = vetting.map((one) => product.at(one));
    await admitApplicant([mo1!, mo2!], await who.id());
    expect(await opensSessionByPhrase(product.node, who.words)).toBe(false);
    expect(await signIn(email, TEST_PASSWORD)).toBe(200);
  });
  it('cannot be opened with its recovery phrase after its owner sets another password', async () => {
    const { who, email } = await applicantByEmail(product.node, 'words');
    expect(await links().confirm(email)).toBe(200);
    expect(await links().choose(email)).toBe(303);
    expect(await opensSessionByPhrase(product.node, who.words)).toBe(false);
    expect(await signIn(email, NEXT_PASSWORD)).toBe(200);
  });

  it('needs its recovery phrase for export and deletion if it has no password, and limits wrong phrases', async () => {
    const who = await makeApplicant(product.node);
    const destroy = (password: string) => apiAs(who).code(DELETE_ACCOUNT, { input: { password } });
    const exported = async (password: string) =>
      (await sendJson(who, '/auth/export', { password })).status;
    expect([await destroy(''), await exported('')]).toEqual(['INVALID', 400]);
    const words = who.words.join(' ');
    expect(await exported(words)).toBe(200);
    for (const guess of ['a', 'b', 'c', 'd']) await destroy(guess);
    expect([await destroy('e'), await exported(words)]).toEqual(['TOO_MANY', 429]);
  });

  it.each([
    ['chooses another password by mail', async ({ email }: Person) => links().choose(email)],
    ['changes the password', async (ada: Person) => changePassword(ada, NEXT_PASSWORD)],
    [
      'ends all other sessions',
      (ada: Person) => apiAs(ada).ask('mutation { endOtherSessions { id } }'),
    ],
  ])('cancels a thief’s change of the mail address when the owner %s', async (_what, act) => {
    const { ada, thief } = await ownerAndThief(app, product.node);
    const email = newAddress();
    expect(await changeAddress(thief, email)).toBe('OK');
    await product.mails(email);
    await act(ada);
    expect(await links().confirm(email)).toBe(404);
    for (const one of [email, ada.email]) await links().forgot(one);
    await links().secret('/reset', ada.email);
    await product.waitForDueJobs();
    expect(await product.mails(email)).toHaveLength(1);
  });

  it.each(['waits', 'was made'])(
    'can be recovered through its previous address when a thief’s change of address %s',
    async (state) => {
      const { ada, thief } = await ownerAndThief(app, product.node);
      const email = newAddress();
      await links().forgot(ada.email);
      const earlier = await links().secret('/reset', ada.email);
      await changeAddress(thief, email);
      const t = await links().secret('/keep', ada.email);
      if (state === 'was made') {
        expect(await links().confirm(email)).toBe(200);
        expect((await links().reset(earlier, THIEFS_PASSWORD)).status).toBe(404);
      }
      const kept = await links().keep(t);
      expect(await links().confirm(email)).toBe(404);
      for (const who of [ada, thief]) expect(await isSignedIn(who)).toBe(false);
      expect((await links().reset(await tokenInForm(kept), NEXT_PASSWORD)).status).toBe(303);
      expect(await signIn(ada.email, NEXT_PASSWORD)).toBe(200);
      expect(await signIn(email, NEXT_PASSWORD)).toBe(401);
    },
  );
});

describe('attacks with the mail address of another person', () => {
  it('staff set-up answers the same for the address of an account and for an unused address, and notifies the owner', async () => {
    const staff = { ad1: 'administrator', ad2: 'administrator' } as const;
    const { ad1, ad2, ana } = await product.people({ ...staff, ana: 'member' });
    const free = newAddress('free');
    for (const email of [ana.email, free]) {
      const answer = await acceptStaffInvitation(product.node, await inviteStaff(ad1, ad2), email);
      expect(answer).toEqual(STAFF_INVITATION_ACCEPTED);
    }
    const subjects = (await product.mails(ana.email)).map(({ subject }) => subject);
    expect(subjects).toEqual(['Trama: Hay novedades']);
    expect(await links().confirm(free)).toBe(200);
    expect(await signIn(free, TEST_PASSWORD)).toBe(200);
  });

  it('an address receives at most five mails a day when twelve applications name it', async () => {
    const [foreign, own] = [newAddress('foreign'), newAddress('own')];
    for (const email of [...Array(12).fill(foreign), own])
      await makeApplicant(product.node, { reach: 'email', email });
    await product.waitForDueJobs();
    expect(
      [await product.mails(foreign, 5), await product.mails(own)].map(({ length }) => length),
    ).toEqual([5, 1]);
  });
});

describe('a group under attack', () => {
  const GROUP = 'query ($slug: String!) { group(slug: $slug) { myRole } }';
  const HISTORY = `query ($id: ID!) { messages(channelId: $id) {
    items { authorId authorName body } } }`;
  const MEMBERS = 'query ($id: ID!) { groupMembers(groupId: $id) { items { id name personId } } }';
  const FOUND = 'mutation ($input: FoundGroupInput!) { foundGroup(input: $input) { id } }';

  const member = async (by: Person, id: string, called: string) => {
    const { items } = (await apiAs(by).ask(MEMBERS, { id })).groupMembers;
    return items.find(({ name }) => name === called)!;
  };
  const remove = async (by: Person, id: string, name: string) => {
    const { id: membershipId } = await member(by, id, name);
    await apiAs(by).ask(REMOVE_MEMBER, { id: membershipId });
    return membershipId;
  };
  const invitations = async (who: Requester): Promise<{ id: string }[]> =>
    (await apiAs(who).ask(RECEIVED_INVITATIONS)).groupInvitations;
  const wear = (who: Person, membershipId: string, name: string) =>
    apiAs(who).code(SET_PERSONA, { input: { membershipId, name } });
  it('stays hidden from a removed member, even if a steward invited their profile while they were still a member', async () => {
    const roles = { ada: 'steward', ben: 'member', eve: 'outsider' } as const;
    const { ada, ben, eve } = await product.people(roles);
    const group = await factories.group(app, { steward: ada, members: [ben], ...HIDDEN_GROUP });
    const { id: channelId } = await factories.channel(app, { group });
    const [bens, eves] = [await profileOf(ben), await profileOf(eve)];
    await post(ada, channelId, 'Solo entre nosotras');
    await wear(ben, (await member(ada, group.id, 'ben')).id, 'Colibrí');
    const invite = (personId: string) =>
      apiAs(ada).code(INVITE_TO_GROUP, { groupId: group.id, personId });
    expect(await invite(bens)).toBe('OK');
    const membershipId = await remove(ada, group.id, 'Colibrí');
    expect([await invite(bens), await invite(eves)]).toEqual(['OK', 'OK']);
    expect([await invitations(ben), await invitations(eve)]).toEqual([[], [expect.anything()]]);
    const seen = async (who: Person) => [
      await apiAs(who).code(GROUP, { slug: group.slug }),
      await apiAs(who).code(JOIN_GROUP, { id: group.id }),
      await apiAs(who).code(GROUP, { slug: group.slug }),
      await apiAs(who).code(HISTORY, { id: channelId }),
    ];
    expect(await seen(ben)).toEqual(Array(4).fill('NOT_FOUND'));
    await apiAs(ada).ask(READMIT_MEMBER, { id: membershipId });
    expect(await seen(ben)).toEqual(Array(4).fill('NOT_FOUND'));
    expect(await seen(eve)).toEqual(Array(4).fill('OK'));
  });

  it('rejects the invitation of a removed member who had joined by a request', async () => {
    const { ada, ben } = await product.people({ ada: 'steward', ben: 'outsider' });
    const { id } = await factories.group(app, { steward: ada });
    await apiAs(ada).ask(INVITE_TO_GROUP, { groupId: id, personId: await profileOf(ben) });
    const [invitation] = await invitations(ben);
    const { requestToJoin } = await apiAs(ben).ask(ASK_TO_JOIN, joinRequestInput(id));
    expect(await apiAs(ada).code(ACCEPT_JOIN_REQUEST, { id: requestToJoin.id })).toBe('OK');
    const membershipId = await remove(ada, id, 'ben');
    expect(await apiAs(ben).code(ACCEPT_INVITATION, { id: invitation!.id })).toBe('NOT_FOUND');
    expect(await apiAs(ben).code(JOIN_GROUP, { id })).toBe('FORBIDDEN');
    expect(await apiAs(ben).code(ASK_TO_JOIN, joinRequestInput(id))).toBe('FORBIDDEN');
    await apiAs(ada).ask(READMIT_MEMBER, { id: membershipId });
    expect(await apiAs(ben).code(ACCEPT_INVITATION, { id: invitation!.id })).toBe('FORBIDDEN');
    expect(await apiAs(ben).code(ASK_TO_JOIN, joinRequestInput(id))).toBe('OK');
  });

  it('does not admit an invited person once the invitation has expired', async () => {
    const { ada, eve } = await product.people({ ada: 'steward', eve: 'outsider' });
    const group = await factories.group(app, { steward: ada, ...HIDDEN_GROUP });
    await apiAs(ada).ask(INVITE_TO_GROUP, { groupId: group.id, personId: await profileOf(eve) });
    const [invitation] = await invitations(eve);
    expect(await apiAs(eve).code(GROUP, { slug: group.slug })).toBe('OK');
    await app.db.query('update group_invitation set expires_at = now() where group_id = $1', [
      group.id,
    ]);
    expect(await invitations(eve)).toEqual([]);
    expect(await apiAs(eve).code(GROUP, { slug: group.slug })).toBe('NOT_FOUND');
    expect(await apiAs(eve).code(JOIN_GROUP, { id: group.id })).toBe('NOT_FOUND');
    expect(await apiAs(eve).code(ACCEPT_INVITATION, { id: invitation!.id })).toBe('FORBIDDEN');
  });

  it('with open access admits a removed member only after a steward readmits them', async () => {
    const { ada, ben } = await product.people({ ada: 'steward', ben: 'outsider' });
    await profileOf(ben);
    const { id } = await factories.group(app, { steward: ada, ...OPEN_GROUP });
    expect(await apiAs(ben).code(JOIN_GROUP, { id })).toBe('OK');
    const membershipId = await remove(ada, id, 'ben');
    await expect(apiAs(ben).ask(JOIN_GROUP, { id })).rejects.toMatchObject({
      reason: 'group.removed',
    });
    await apiAs(ada).ask(READMIT_MEMBER, { id: membershipId });
    expect(await apiAs(ben).code(JOIN_GROUP, { id })).toBe('OK');
  });

  it('one account can found at most five groups a month, even in parallel', async () => {
    const { ada } = await product.people({ ada: 'member' });
    const found = () => apiAs(ada).code(FOUND, { input: GROUP_INPUT });
    const codes = await Promise.all(Array.from({ length: 8 }, found));
    expect(codes.toSorted()).toEqual([...Array(5).fill('OK'), ...Array(3).fill('TOO_MANY')]);
  });

  it('rejects the eleventh invitation to strangers in a month', async () => {
    const { ada } = await product.people({ ada: 'steward' });
    const group = await factories.group(app, { steward: ada });
    const codes = [];
    let last!: Person;
    for (let n = 0; n < 11; n++) {
      last = product.at(await makePerson(app, `s${n}`, 'member'));
      const input = { groupId: group.id, personId: await profileOf(last) };
      codes.push(await apiAs(ada).code(INVITE_TO_GROUP, input));
    }
    expect(codes).toEqual([...Array(10).fill('OK'), 'TOO_MANY']);
    expect(await invitations(last)).toEqual([]);
  });

  it('sends no second invitation to a person who declined the first or blocked the steward', async () => {
    const roles = { ada: 'steward', eve: 'outsider', fay: 'outsider' } as const;
    const { ada, eve, fay } = await product.people(roles);
    const group = await factories.group(app, { steward: ada, ...HIDDEN_GROUP });
    const invite = (personId: string) =>
      apiAs(ada).code(INVITE_TO_GROUP, { groupId: group.id, personId });
    const [adas, eves, fays] = [await profileOf(ada), await profileOf(eve), await profileOf(fay)];
    expect([await invite(eves), await invite(fays)]).toEqual(['OK', 'OK']);
    const [invitation] = await invitations(eve);
    await apiAs(eve).ask(DECLINE_INVITATION, { id: invitation!.id });
    expect(await invitations(fay)).toHaveLength(1);
    await apiAs(fay).ask(BLOCK_PROFILE, { id: adas });
    expect([await invite(eves), await invite(fays)]).toEqual(['OK', 'NOT_FOUND']);
    for (const who of [eve, fay]) {
      expect(await invitations(who)).toEqual([]);
      expect(await apiAs(who).code(GROUP, { slug: group.slug })).toBe('NOT_FOUND');
    }
  });

  it('rejects the fourth join request of one account', async () => {
    const { ada, eve } = await product.people({ ada: 'steward', eve: 'outsider' });
    const { id } = await factories.group(app, { steward: ada });
    for (let round = 0; round < 3; round++) {
      const { requestToJoin } = await apiAs(eve).ask(ASK_TO_JOIN, joinRequestInput(id));
      await apiAs(eve).ask(WITHDRAW_JOIN_REQUEST, { id: requestToJoin.id });
    }
    expect(await apiAs(eve).code(ASK_TO_JOIN, joinRequestInput(id))).toBe('TOO_MANY');
  });

  it('rejects a persona whose name looks like that of another member', async () => {
    const { ada, ben } = await product.people({ ada: 'steward', ben: 'member' });
    const group = await factories.group(app, { steward: ada, members: [ben] });
    const { id } = await member(ada, group.id, 'ben');
    // The same name, the name with Cyrillic lookalikes, and the name with letters of two alphabets.
    for (const [name, code] of [
      ['Ada', 'CONFLICT'],
      ['аԁа', 'CONFLICT'],
      ['АDА', 'INVALID'],
      ['АДА МОРА', 'OK'],
    ] as const) {
      expect([name, await wear(ben, id, name)]).toEqual([name, code]);
    }
  });

  it('gives a new persona another membership id than the messages before it had', async () => {
    const { ada, ben } = await product.people({ ada: 'steward', ben: 'member' });
    await profileOf(ben);
    const group = await factories.group(app, { steward: ada, members: [ben] });
    const { id: channelId } = await factories.channel(app, { group });
    const ear = await openSocket(ada);
    await ear.emit('watch', { channel: channelId });
    const plain = await member(ada, group.id, 'ben');
    await post(ben, channelId, 'Como Ben');
    expect(await wear(ben, plain.id, 'Luna')).toBe('OK');
    await post(ben, channelId, 'Como Luna');
    const worn = await member(ada, group.id, 'Luna');
    expect([plain.personId, worn.personId]).toEqual([expect.any(String), null]);
    expect(worn.id).not.toBe(plain.id);
    const luna = { authorId: worn.id, authorName: 'Luna', body: 'Como Luna' };
    await ear.until('message', (said) => said.authorId === plain.id && said.authorName === 'ben');
    const { messages } = await apiAs(ada).ask(HISTORY, { id: channelId });
    expect(messages.items).toContainEqual(luna);
    await waitForFrames();
    // A socket whose rights are checked again gets a notice instead of the message.
    for (const { body } of ear.frames.filter(({ body }) => body.body === luna.body))
      expect(body).toMatchObject(luna);
    expect(JSON.stringify(ear.frames)).not.toContain(plain.personId);
  });

  it('sends messages on a polling connection only to the session that opened it', async () => {
    const roles = { ada: 'steward', ben: 'member', eve: 'member' } as const;
    const { ada, ben, eve } = await product.people(roles);
    const group = await factories.group(app, { steward: ada, members: [ben] });
    const { id: channelId } = await factories.channel(app, { group });
    const line = createPollingClient(product.node.url);
    const sid = await line.open(ada.cookie);
    const watch = `420${JSON.stringify(['watch', { channel: channelId }])}`;
    expect(await line.post(sid, watch, ada.cookie)).toMatchObject({ status: 200 });
    await line.readUntil('430[{"ok":true}]', ada.cookie, sid);
    await post(ben, channelId, 'Solo para el grupo');
    for (const cookie of [eve.cookie, undefined]) {
      const absent = await line.answersTo('A'.repeat(20), product.node.url, cookie);
      expect(absent).toMatchObject({ read: { status: 400 }, upgraded: 400 });
      expect(await line.answersTo(sid, product.node.url, cookie)).toEqual(absent);
    }
    await line.readUntil('Solo para el grupo', ada.cookie, sid);
    await line.post(sid, '1', ada.cookie);
  });
});
