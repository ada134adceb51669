import { DAY } from '#kernel/clock.js';
import {
  BLOCK_PROFILE,
  setAudience,
  makeVisibleProfile,
} from '../../support/factories/visible-profiles.js';
import { useApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import { containingActions } from '../../support/app/match-viewer-can.js';
import * as introductions from '../../support/factories/introductions.js';
import { factories } from '../../support/factories/factories.js';
import { waitForJobs } from '../../support/app/wait-for-jobs.js';
import { closeAllSockets, openSocket } from '../../support/app/sockets.js';
import { makeAllies } from '../../support/factories/two-person-acts.js';
import { type Person, makePeople } from '../../support/factories/make-people.js';

const {
  answerDocument: answer,
  ASK_INTRODUCTION: ASK,
  requestThroughIntroducer: askThrough,
  listIntroducers: choicesOf,
  LIST_INTRODUCERS: CHOICES,
  LAPSE_INTRODUCTION: LAPSE,
  LIST_INTRODUCTIONS: LIST,
  OFFER_TO_INTRODUCE: OFFER,
  PASS_INTRODUCTION: PASS,
} = introductions;
const {
  READ_INTRODUCTION: READ,
  introductionStateFor: stateFor,
  extendSessions: stay,
  makeIntroducerTrio: three,
  makeVisiblePair: two,
} = introductions;

const NOBODY = '3f1d2c3b-0000-4000-8000-000000000000';
const PERSONA = 'mutation ($input: PersonaInput!) { setPersona(input: $input) }';
const WAITING = '{ introductionsWaiting }';

const app = useApp();
afterEach(closeAllSockets);

const offer = (who: Person, does = true) => apiAs(who).ask(OFFER, { does });
const itemsOf = async (who: Person, side: string) =>
  (await apiAs(who).ask(LIST, { side })).introductions.items as { id: string }[];
const EMPTY = {
  personId: null,
  name: '',
  avatar: null,
  issueAreas: [],
  practices: [],
  territories: [],
};

describe('the list of possible introducers', () => {
  it('contains allies and stewards of shared groups who offered to introduce', async () => {
    const { ada, benShown } = await two(app);
    const { ivo, sol, far } = await makePeople(app, {
      ivo: 'member',
      sol: 'member',
      far: 'member',
    });
    for (const one of [ivo, sol, far]) await makeVisibleProfile(one);
    await makeAllies(app, ada, ivo);
    const group = await factories.group(app, {
      steward: sol,
      members: [ada],
      name: 'Radios del río',
    });
    await factories.group(app, { steward: far });
    expect(await choicesOf(ada, benShown)).toEqual([]);
    for (const one of [ivo, sol, far]) await offer(one);
    expect(await choicesOf(ada, benShown)).toEqual([
      expect.objectContaining({
        name: 'ivo de la Ribera',
        groupName: null,
        isOfSharedGroup: false,
      }),
      expect.objectContaining({ name: 'sol de la Ribera', groupName: group.name }),
    ]);
    await offer(ivo, false);
    expect((await choicesOf(ada, benShown)).map(({ name }) => name)).toEqual(['sol de la Ribera']);
    expect(await apiAs(ada).ask('{ offersToIntroduce }')).toEqual({ offersToIntroduce: false });
    expect(await apiAs(sol).ask('{ offersToIntroduce }')).toEqual({ offersToIntroduce: true });
  });

  it('does not reveal whom introducers know, but marks the steward of a group that the viewer shares with the person', async () => {
    const { ada, ben, eve, ivo, benShown } = await three(app);
    const eveShown = await makeVisibleProfile(eve);
    const before = [await choicesOf(ada, benShown), await choicesOf(ada, eveShown)];
    expect(before[0]).toEqual(before[1]);
    await makeAllies(app, ivo, ben);
    const group = await factories.group(app, { steward: ivo, members: [ben] });
    expect([await choicesOf(ada, benShown), await choicesOf(ada, eveShown)]).toEqual(before);
    await factories.membership(app, { group, person: ada });
    expect(await choicesOf(ada, benShown)).toMatchObject([{ isOfSharedGroup: true }]);
    expect(await choicesOf(ada, eveShown)).toMatchObject([{ isOfSharedGroup: false }]);
  });

  it('does not link a persona to a profile: of the asker, the steward or the person asked', async () => {
    const { ada, ben, eve: sol, benShown } = await two(app);
    await makeVisibleProfile(sol);
    await offer(sol);
    const group = await factories.group(app, { steward: sol });
    const mine = await factories.membership(app, { group, person: ada });
    const theirs = await factories.membership(app, { group, person: ben });
    const [held] = await app.db.query<{ id: string }>(
      `select id from membership where group_id = $1 and role = 'steward'`,
      [group.id],
    );
    const wear = (who: Person, membershipId: string, name: string | null) =>
      apiAs(who).ask(PERSONA, { input: { membershipId, name } });
    expect(await choicesOf(ada, benShown)).toMatchObject([{ isOfSharedGroup: true }]);
    await wear(ben, theirs.id, 'Alguien más');
    expect(await choicesOf(ada, benShown)).toMatchObject([{ isOfSharedGroup: false }]);
    await wear(ada, mine.id, 'Otra persona');
    expect(await choicesOf(ada, benShown)).toEqual([]);
    await wear(ada, mine.id, null);
    await wear(sol, held!.id, 'Quien cuida');
    expect(await choicesOf(ada, benShown)).toEqual([]);
  });

  it('omits blocked people, and a request accepts only ids of the list', async () => {
    const { ada, ivo, adaShown, benShown, ivoShown } = await three(app);
    const [choice] = await choicesOf(ada, benShown);
    const input = { personId: benShown.personId, note: 'Hola' };
    const answers = [];
    for (const introducerId of [NOBODY, ivoShown.personId, ivo.accountId, benShown.personId]) {
      const response = await apiAs(ada).raw(ASK, { input: { ...input, introducerId } });
      answers.push(await response.text());
    }
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toContain('NOT_FOUND');
    await apiAs(ivo).ask(BLOCK_PROFILE, { id: adaShown.personId });
    expect(await choicesOf(ada, benShown)).toEqual([]);
    expect(await apiAs(ada).code(ASK, { input: { ...input, introducerId: choice!.id } })).toBe(
      'NOT_FOUND',
    );
    expect(await apiAs(ada).code(CHOICES, { personId: NOBODY })).toBe('NOT_FOUND');
  });
});

describe('a request through an introducer', () => {
  it('is hidden from the person asked until it is passed on, and then names the introducer', async () => {
    const { ada, ben, ivo, adaShown, benShown, ivoShown } = await three(app);
    const ear = await openSocket(ben);
    const { id } = await askThrough(ada, benShown);
    expect(await stateFor(ada, id)).toBe('waiting');
    await waitForJobs(app);
    expect(ear.frames).toEqual([]);
    const [hidden, none] = [
      await apiAs(ben).raw(READ, { id }),
      await apiAs(ben).raw(READ, { id: NOBODY }),
    ];
    expect(await hidden.text()).toBe(await none.text());
    expect(await itemsOf(ben, 'asked')).toEqual([]);
    expect(await apiAs(ben).ask(WAITING)).toEqual({ introductionsWaiting: 0 });
    for (const verb of ['accept', 'decline']) {
      expect(await apiAs(ben).code(answer(verb), { id })).toBe('NOT_FOUND');
    }
    expect(await apiAs(ivo).ask(WAITING)).toEqual({ introductionsWaiting: 1 });
    expect(await apiAs(ivo).ask(READ, { id })).toMatchObject({
      introduction: {
        ...{ isMine: false, state: 'waiting', introducer: null },
        viewerCan: containingActions(['read', 'pass', 'lapse', 'block', 'report'], {
          without: ['accept', 'decline', 'withdraw'],
        }),
        person: { name: adaShown.name },
        toMeet: { name: benShown.name, personId: benShown.personId },
      },
    });
    expect(await apiAs(ivo).ask(PASS, { id })).toEqual({ passIntroduction: true });
    expect(await ear.until('news')).toEqual({ subject: 'introduction', id });
    expect(await apiAs(ben).ask(READ, { id })).toMatchObject({
      introduction: {
        ...{ state: 'waiting', toMeet: null, person: { name: adaShown.name } },
        introducer: { name: ivoShown.name },
      },
    });
    expect(await itemsOf(ivo, 'introducer')).toEqual([]);
    expect(await apiAs(ivo).code(READ, { id })).toBe('NOT_FOUND');
    expect(await apiAs(ivo).code(PASS, { id })).toBe('NOT_FOUND');
    await apiAs(ben).ask(answer('accept'), { id });
    expect(await stateFor(ada, id)).toBe('accepted');
  });

  it('shows the introducer only what the audiences of each person allow', async () => {
    const { ada, ben, ivo, benShown } = await three(app);
    await setAudience(ada, 'onlyMe', ['name', 'issueAreas', 'practices', 'territories']);
    await setAudience(ben, 'onlyMe', ['practices']);
    const { id } = await askThrough(ada, benShown, 'Solo para quien pregunto');
    const response = await apiAs(ivo).raw(READ, { id });
    const text = await response.text();
    expect(JSON.parse(text).data.introduction).toMatchObject({
      person: EMPTY,
      toMeet: { name: benShown.name, practices: [] },
      note: 'Solo para quien pregunto',
    });
    expect(text).not.toContain('señal de');
    await setAudience(ben, 'onlyMe', ['name']);
    const { introduction } = await apiAs(ivo).ask(READ, { id });
    expect(introduction.toMeet).toMatchObject({ personId: null, name: '' });
    expect(await itemsOf(ivo, 'introducer')).toMatchObject([{ id, toMeet: { personId: null } }]);
  });

  it('can be passed on or declined only by its introducer, once, before it expires', async () => {
    const { ada, ben, eve, ivo, benShown } = await three(app);
    const { id } = await askThrough(ada, benShown);
    for (const document of [PASS, LAPSE]) {
      expect(await apiAs(ada).code(document, { id })).toBe('FORBIDDEN');
      for (const who of [ben, eve])
        expect(await apiAs(who).code(document, { id })).toBe('NOT_FOUND');
    }
    expect(await apiAs(ivo).code(answer('withdraw'), { id })).toBe('FORBIDDEN');
    expect(await apiAs(ivo).code(answer('accept'), { id })).toBe('FORBIDDEN');
    expect(await apiAs(ivo).ask(LAPSE, { id })).toEqual({ lapseIntroduction: true });
    for (const document of [PASS, LAPSE, READ]) {
      expect(await apiAs(ivo).code(document, { id })).toBe('NOT_FOUND');
    }
    expect(await apiAs(ben).code(READ, { id })).toBe('NOT_FOUND');
    const late = await three(app);
    const { id: other } = await askThrough(late.ada, late.benShown);
    await stay(late.ada, late.ben, late.ivo);
    app.clock.move(30 * DAY);
    expect(await itemsOf(late.ivo, 'introducer')).toEqual([]);
    expect(await apiAs(late.ivo).ask(WAITING)).toEqual({ introductionsWaiting: 0 });
    expect(await apiAs(late.ivo).code(PASS, { id: other })).toBe('CONFLICT');
    expect(await stateFor(late.ada, other)).toBe('expired');
    app.clock.move(-30 * DAY);
  });

  it('disappears for the introducer when withdrawn, without notifying the person asked', async () => {
    const { ada, ben, ivo, benShown } = await three(app);
    const { id } = await askThrough(ada, benShown);
    await waitForJobs(app);
    const [ofBen, ofIvo] = [await openSocket(ben), await openSocket(ivo)];
    await apiAs(ada).ask(answer('withdraw'), { id });
    expect(await ofIvo.until('news')).toEqual({ subject: 'introduction', id });
    await waitForJobs(app);
    expect(ofBen.frames).toEqual([]);
    expect(await apiAs(ivo).code(PASS, { id })).toBe('NOT_FOUND');
  });

  it('keeps waiting when the introducer stops offering, is suspended or deletes their account', async () => {
    const ends: ((ivo: Person) => Promise<unknown>)[] = [
      (ivo) => offer(ivo, false),
      (ivo) =>
        app.db.query(`update account set standing = 'suspended' where id = $1`, [ivo.accountId]),
      (ivo) => app.db.query('delete from account where id = $1', [ivo.accountId]),
    ];
    for (const end of ends) {
      const { ada, ben, ivo, benShown } = await three(app);
      const { id } = await askThrough(ada, benShown);
      await end(ivo);
      expect(await apiAs(ivo).code(PASS, { id })).not.toBe('OK');
      expect(await stateFor(ada, id)).toBe('waiting');
      expect(await apiAs(ben).code(READ, { id })).toBe('NOT_FOUND');
      expect(await itemsOf(ben, 'asked')).toEqual([]);
      expect(await apiAs(ada).code(answer('withdraw'), { id })).toBe('OK');
    }
  });
});
