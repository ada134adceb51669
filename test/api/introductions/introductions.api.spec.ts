import { setAudience, makeVisibleProfile } from '../../support/factories/visible-profiles.js';
import { useApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import { containingActions } from '../../support/app/match-viewer-can.js';
import {
  answerDocument,
  ASK_INTRODUCTION,
  requestIntroduction,
  LIST_INTRODUCTIONS,
  makeVisiblePeople,
  READ_INTRODUCTION,
  makeVisiblePair,
} from '../../support/factories/introductions.js';
import { makePerson, makePeople } from '../../support/factories/make-people.js';

const NOBODY = '3f1d2c3b-0000-4000-8000-000000000000';

const app = useApp();

describe('asking for an introduction', () => {
  it("shows the person asked the asker's name, whatever its audience, while the request waits", async () => {
    const { ada, ben, benShown, adaShown } = await makeVisiblePair(app);
    await setAudience(ada, 'onlyMe', ['name', 'issueAreas', 'practices', 'territories']);
    const { id } = await requestIntroduction(ada, benShown);
    const { introduction } = await apiAs(ben).ask(READ_INTRODUCTION, { id });
    expect(introduction).toMatchObject({
      state: 'waiting',
      isMine: false,
      viewerCan: containingActions(['read', 'accept', 'decline', 'block', 'report'], {
        without: ['withdraw', 'pass'],
      }),
      person: { personId: null, name: adaShown.name, issueAreas: ['issue:indigenous-rights'] },
    });
    await apiAs(ben).ask(answerDocument('decline'), { id });
    expect((await apiAs(ben).ask(READ_INTRODUCTION, { id })).introduction).toMatchObject({
      state: 'declined',
      person: { personId: null, name: '', issueAreas: [], practices: [], territories: [] },
    });
  });

  it('shows the asker only what the audiences of the person asked allow', async () => {
    const { ada, ben, benShown } = await makeVisiblePair(app);
    await setAudience(ben, 'onlyMe', ['practices']);
    const asked = await requestIntroduction(ada, benShown);
    expect(asked).toMatchObject({
      isMine: true,
      state: 'waiting',
      viewerCan: containingActions(['read', 'withdraw'], { without: ['accept', 'decline'] }),
      person: { personId: benShown.personId, name: benShown.name, practices: [] },
    });
  });

  it('is refused for oneself, an ally, a hidden person and an invalid id', async () => {
    const { ada, ben, adaShown, benShown } = await makeVisiblePair(app);
    const own = { input: { personId: adaShown.personId, note: 'Hola' } };
    expect(await apiAs(ada).code(ASK_INTRODUCTION, own)).toBe('FORBIDDEN');
    const { id } = await requestIntroduction(ada, benShown);
    await apiAs(ben).ask(answerDocument('accept'), { id });
    const again = { input: { personId: benShown.personId, note: 'Hola' } };
    await expect(apiAs(ada).ask(ASK_INTRODUCTION, again)).rejects.toMatchObject({
      reason: 'alliance.already',
    });
    const caro = await makePerson(app, 'caro', 'member');
    const hidden = await makeVisibleProfile(caro);
    await setAudience(caro, 'onlyMe', ['name']);
    const answers = await Promise.all(
      [hidden.personId, NOBODY].map(async (personId) =>
        (await apiAs(ada).raw(ASK_INTRODUCTION, { input: { personId, note: 'Hola' } })).text(),
      ),
    );
    expect(answers[0]).toBe(answers[1]);
    expect(answers[0]).toContain('NOT_FOUND');
    for (const personId of ['', 'x', '1e309', id]) {
      const input = { personId, note: 'Hola' };
      expect(await apiAs(ada).code(ASK_INTRODUCTION, { input })).toBe('NOT_FOUND');
    }
    for (const personId of [null, {}, ['a', 'b']]) {
      expect(await apiAs(ada).code(ASK_INTRODUCTION, { input: { personId, note: 'Hola' } })).toBe(
        'INVALID',
      );
    }
  });

  it('requires a note and rejects unknown input fields', async () => {
    const { ada, benShown } = await makeVisiblePair(app);
    const { personId } = benShown;
    for (const note of ['', '  ', 'x'.repeat(601)]) {
      expect(await apiAs(ada).code(ASK_INTRODUCTION, { input: { personId, note } })).toBe(
        'INVALID',
      );
    }
    const more = { state: 'accepted', askedId: ada.accountId, expiresAt: '2099-01-01' };
    expect(
      await apiAs(ada).code(ASK_INTRODUCTION, { input: { personId, note: 'Hola', ...more } }),
    ).toBe('INVALID');
    expect(
      (await apiAs(ada).ask(LIST_INTRODUCTIONS, { side: 'asker' })).introductions.items,
    ).toEqual([]);
  });

  it('is limited to three open requests (one on probation) and to ten requests in thirty days', async () => {
    const { ada, pia } = await makePeople(app, { ada: 'member', pia: 'probation' });
    await makeVisibleProfile(ada);
    await makeVisibleProfile(pia);
    const others = await makeVisiblePeople(app, 11);
    await requestIntroduction(pia, others[0]![1]);
    await expect(requestIntroduction(pia, others[1]![1])).rejects.toMatchObject({
      code: 'TOO_MANY',
      reason: 'introduction.tooManyOpen',
    });
    for (const [at, [ben, shown]] of others.slice(0, 10).entries()) {
      const { id } = await requestIntroduction(ada, shown);
      if (at === 0) await apiAs(ben).ask(answerDocument('decline'), { id });
      else if (at > 2) await apiAs(ada).ask(answerDocument('withdraw'), { id });
      if (at !== 2) continue;
      await expect(requestIntroduction(ada, others[10]![1])).rejects.toMatchObject({
        reason: 'introduction.tooManyOpen',
      });
      const [first] = (await apiAs(ada).ask(LIST_INTRODUCTIONS, { side: 'asker' })).introductions
        .items;
      await apiAs(ada).ask(answerDocument('withdraw'), { id: first.id });
    }
    await expect(requestIntroduction(ada, others[10]![1])).rejects.toMatchObject({
      reason: 'introduction.tooManyRecent',
    });
  });
});
