import { DAY } from '#kernel/clock.js';
import { IntroductionsJobs } from '#introductions/introductions.jobs.js';
import {
  setAudience,
  makeVisibleProfile,
  type VisibleProfile,
} from '../../support/factories/visible-profiles.js';
import { useApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import { containingActions } from '../../support/app/match-viewer-can.js';
import * as introductions from '../../support/factories/introductions.js';
import { type Person, makePeople } from '../../support/factories/make-people.js';

const {
  alliesOf,
  answerDocument: answer,
  ASK_INTRODUCTION: ASK,
  requestIntroduction: ask,
  LIST_INTRODUCTIONS: LIST,
  makeVisiblePeople: many,
  READ_INTRODUCTION: READ,
  introductionStateFor: stateFor,
  extendSessions: stay,
  makeVisiblePair: two,
} = introductions;

const NOBODY = '3f1d2c3b-0000-4000-8000-000000000000';

const app = useApp();

describe('the answer to an introduction', () => {
  it('makes the two allies when it is accepted, and shows their fields for allies only from then on', async () => {
    const { ada, ben, adaShown, benShown } = await two(app);
    const { id } = await ask(ada, benShown);
    const everything = async (viewer: Person) => {
      const texts = [READ, LIST, LIST].map(async (document, at) => {
        const side = at === 1 ? 'asker' : 'asked';
        return (await apiAs(viewer).raw(document, { id, side })).text();
      });
      return (await Promise.all(texts)).join('\n');
    };
    expect(await everything(ada)).not.toContain(`señal de ${benShown.name}`);
    expect(await alliesOf(ada)).toEqual([]);
    expect(await apiAs(ben).ask(answer('accept'), { id })).toMatchObject({
      acceptIntroduction: {
        state: 'accepted',
        viewerCan: containingActions(['read', 'block', 'report'], {
          without: ['accept', 'decline', 'withdraw'],
        }),
      },
    });
    expect(await stateFor(ada, id)).toBe('accepted');
    expect(await alliesOf(ada)).toEqual([ben.accountId]);
    expect(await alliesOf(ben)).toEqual([ada.accountId]);
    await setAudience(ada, 'allies', ['name']);
    const { person: seen } = (await apiAs(ben).ask(READ, { id })).introduction;
    expect(seen).toMatchObject({ name: adaShown.name, personId: adaShown.personId });
    expect(await apiAs(ben).code(answer('accept'), { id })).toBe('FORBIDDEN');
  });

  it('does not reveal a refusal to the asker: every response equals that for a waiting introduction', async () => {
    const [[ben, benShown], [, caroShown]] = (await many(app, 2)) as [
      [Person, VisibleProfile],
      [Person, VisibleProfile],
    ];
    const { ada, zoe } = await makePeople(app, { ada: 'member', zoe: 'member' });
    await makeVisibleProfile(ada);
    await makeVisibleProfile(zoe);
    // Ada's request is declined and Zoe's waits; everything else in the two worlds is equal.
    const declined = await ask(ada, benShown);
    const waiting = await ask(zoe, benShown);
    await apiAs(ben).ask(answer('decline'), { id: declined.id });

    const seenBy = async (viewer: Person, id: string) => {
      const client = apiAs(viewer);
      const { personId } = benShown;
      const answers = [
        await client.raw(READ, { id }),
        await client.raw(LIST, { side: 'asker' }),
        await client.raw(LIST, { side: 'asked' }),
        await client.raw('{ introductionsWaiting }'),
        await client.raw(ASK, { input: { personId, note: 'Otra vez' } }),
        await client.raw(answer('accept'), { id }),
        await client.raw(answer('decline'), { id }),
        await client.raw('mutation ($p: ID!) { endAlliance(personId: $p) }', { p: personId }),
        await client.raw(
          `mutation ($id: ID!) { block(subject: Introduction, subjectId: $id) { id } }`,
          { id },
        ),
      ];
      const bodies = await Promise.all(answers.map((one) => one.text()));
      return bodies
        .join('\n')
        .replaceAll(id, 'ID')
        .replaceAll(/"20[^"]*Z"/g, 'TIME');
    };
    const now = [await seenBy(ada, declined.id), await seenBy(zoe, waiting.id)];
    expect(now[0]).toBe(now[1]);
    await ask(ada, caroShown);
    await ask(zoe, caroShown);
    await stay(ada, zoe);
    app.clock.move(31 * DAY);
    const over = [await seenBy(ada, declined.id), await seenBy(zoe, waiting.id)];
    expect(normal(over[0]!)).toBe(normal(over[1]!));
    expect(over[0]).toContain('expired');
    await app.get(IntroductionsJobs).expire();
    const swept = [await seenBy(ada, declined.id), await seenBy(zoe, waiting.id)];
    expect(normal(swept[0]!)).toBe(normal(swept[1]!));
    app.clock.move(-31 * DAY);
  });

  it('still lets the asker withdraw the introduction after a refusal', async () => {
    const { ada, ben, benShown } = await two(app);
    const { id } = await ask(ada, benShown);
    await apiAs(ben).ask(answer('decline'), { id });
    expect(await apiAs(ada).ask(answer('withdraw'), { id })).toMatchObject({
      withdrawIntroduction: { state: 'withdrawn' },
    });
    expect(await apiAs(ben).code(READ, { id })).toBe('NOT_FOUND');
    expect(await apiAs(ada).code(answer('withdraw'), { id })).toBe('FORBIDDEN');
  });

  it('is rejected after thirty days; the same person can be asked again after ninety, whatever the outcome', async () => {
    const { ada, ben, benShown } = await two(app);
    const { id } = await ask(ada, benShown);
    await stay(ada, ben);
    app.clock.move(30 * DAY);
    expect([await stateFor(ada, id), await stateFor(ben, id)]).toEqual(['expired', 'expired']);
    expect(await apiAs(ben).code(answer('accept'), { id })).toBe('CONFLICT');
    await expect(ask(ada, benShown)).rejects.toMatchObject({ reason: 'introduction.askedBefore' });
    await stay(ada, ben);
    app.clock.move(61 * DAY);
    expect(await ask(ada, benShown)).toMatchObject({ state: 'waiting' });
    app.clock.move(-91 * DAY);
  });

  it('accepts an earlier request in the other direction too', async () => {
    const { ada, ben, adaShown, benShown } = await two(app);
    const there = await ask(ada, benShown);
    await apiAs(ben).ask(answer('decline'), { id: there.id });
    const back = await ask(ben, adaShown);
    await apiAs(ada).ask(answer('accept'), { id: back.id });
    expect([await stateFor(ada, there.id), await stateFor(ben, there.id)]).toEqual([
      'accepted',
      'accepted',
    ]);
  });

  it('creates one alliance when both accept at once', async () => {
    const { ada, ben, adaShown, benShown } = await two(app);
    const [there, back] = [await ask(ada, benShown), await ask(ben, adaShown)];
    const codes = await Promise.all([
      apiAs(ben).code(answer('accept'), { id: there.id }),
      apiAs(ada).code(answer('accept'), { id: back.id }),
    ]);
    expect(codes.sort()).toEqual(['FORBIDDEN', 'OK']);
    expect(await alliesOf(ada)).toEqual([ben.accountId]);
  });

  it('is NOT_FOUND for a third person, at any time', async () => {
    const { ada, ben, eve, benShown } = await two(app);
    const { id } = await ask(ada, benShown);
    const documents = [READ, answer('accept'), answer('decline'), answer('withdraw')];
    for (const document of documents) {
      const [real, none] = await Promise.all(
        [id, NOBODY].map(async (one) => (await apiAs(eve).raw(document, { id: one })).text()),
      );
      expect(real).toBe(none);
      expect(real).toContain('NOT_FOUND');
    }
    expect(await apiAs(ada).code(answer('accept'), { id })).toBe('FORBIDDEN');
    expect(await apiAs(ben).code(answer('withdraw'), { id })).toBe('FORBIDDEN');
    const others = await makePeople(app, { au: 'auditor', ap: 'applicant', su: 'suspended' });
    for (const one of Object.values(others)) {
      expect(await apiAs(one).code(READ, { id })).toBe('NOT_FOUND');
    }
    expect(await apiAs({ app }).code(READ, { id })).toBe('UNAUTHENTICATED');
    expect(await stateFor(ben, id)).toBe('waiting');
    for (const bad of ['', 'x', '1e309', `${id}'`]) {
      expect(await apiAs(ben).code(READ, { id: bad })).toBe('NOT_FOUND');
    }
    for (const bad of [null, {}]) expect(await apiAs(ben).code(READ, { id: bad })).toBe('INVALID');
  });

  it('is awaited in a paged list for each direction, with a count of waiting introductions', async () => {
    const { ada, benShown, ben } = await two(app);
    const askers = await many(app, 22);
    for (const [one] of askers) await ask(one, benShown);
    await ask(ada, benShown);
    expect(await apiAs(ben).ask('{ introductionsWaiting }')).toEqual({ introductionsWaiting: 23 });
    const first = (await apiAs(ben).ask(LIST, { side: 'asked' })).introductions;
    const rest = (await apiAs(ben).ask(LIST, { side: 'asked', after: first.nextCursor }))
      .introductions;
    expect([first.items.length, rest.items.length, rest.nextCursor]).toEqual([20, 3, null]);
    const ids = [...first.items, ...rest.items].map(({ id }: { id: string }) => id);
    expect(new Set(ids).size).toBe(23);
    for (const after of ['x', Buffer.from('["a","b"]').toString('base64url')]) {
      expect(await apiAs(ben).code(LIST, { side: 'asked', after })).toBe('INVALID');
    }
  });
});

/** The ids of the second requests differ. */
const normal = (text: string) => text.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'ID');
