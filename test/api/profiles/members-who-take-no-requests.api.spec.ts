import { useApp } from '../../support/app/app.js';
import { setAudience, makeVisibleProfile } from '../../support/factories/visible-profiles.js';
import { apiAs } from '../../support/app/client.js';
import { containingActions } from '../../support/app/match-viewer-can.js';
import { type Person, makePeople } from '../../support/factories/make-people.js';

const SET = `mutation ($takes: Boolean!) { setTakesRequests(takesRequests: $takes) { takesRequests } }`;
const PERSON = `query ($id: ID!) { person(id: $id) { takesRequests viewerCan } }`;
const PEOPLE = `{ people { items { id takesRequests } } }`;
const VIEW_AS = `{ viewAs(input: { as: member }) { takesRequests } }`;
const ASK = `mutation ($input: AskIntroductionInput!) { askIntroduction(input: $input) { id } }`;
const ACCEPT = `mutation ($id: ID!) { acceptIntroduction(introductionId: $id) { state } }`;

describe('a member who takes no requests', () => {
  const app = useApp();

  const set = (who: Person, takes: boolean) => apiAs(who).ask(SET, { takes });
  const see = async (who: Person, id: string) => (await apiAs(who).ask(PERSON, { id })).person;
  const asking = (personId: string) => ({ input: { personId, note: 'Hola' } });

  it('shows this on their card and page, and requests to them are refused until they take requests again', async () => {
    const { ada, eve } = await makePeople(app, { ada: 'member', eve: 'outsider' });
    const { personId: id } = await makeVisibleProfile(ada);
    await makeVisibleProfile(eve);
    expect(await see(eve, id)).toMatchObject({ takesRequests: true });
    expect(await set(ada, false)).toEqual({ setTakesRequests: { takesRequests: false } });
    const closed = await see(eve, id);
    expect(closed).toEqual({
      takesRequests: false,
      viewerCan: containingActions(['read', 'block', 'report'], { without: ['askIntroduction'] }),
    });
    const { people } = await apiAs(eve).ask(PEOPLE);
    expect(people.items).toContainEqual({ id, takesRequests: false });
    expect((await apiAs(ada).ask(VIEW_AS)).viewAs).toEqual({ takesRequests: false });
    await expect(apiAs(eve).ask(ASK, asking(id))).rejects.toMatchObject({
      code: 'FORBIDDEN',
      reason: 'introduction.notTaking',
    });
    await set(ada, true);
    expect((await see(eve, id)).viewerCan).toContain('askIntroduction');
    expect(await apiAs(eve).code(ASK, asking(id))).toBe('OK');
  });

  it('can still answer earlier requests', async () => {
    const { ada, eve } = await makePeople(app, { ada: 'member', eve: 'outsider' });
    const { personId } = await makeVisibleProfile(ada);
    await makeVisibleProfile(eve);
    const { askIntroduction } = await apiAs(eve).ask(ASK, asking(personId));
    await set(ada, false);
    expect(await apiAs(ada).ask(ACCEPT, { id: askIntroduction.id })).toMatchObject({
      acceptIntroduction: { state: 'accepted' },
    });
    await expect(apiAs(eve).ask(ASK, asking(personId))).rejects.toMatchObject({
      reason: 'alliance.already',
    });
  });

  it('is answered like an unknown id while hidden', async () => {
    const { ada, eve } = await makePeople(app, { ada: 'member', eve: 'outsider' });
    const { personId } = await makeVisibleProfile(ada);
    await set(ada, false);
    await setAudience(ada, 'onlyMe', ['name']);
    const answers = await Promise.all(
      [personId, crypto.randomUUID()].map(async (id) =>
        (await apiAs(eve).raw(ASK, asking(id))).text(),
      ),
    );
    expect(answers[0]).toBe(answers[1]);
    expect(answers[0]).toContain('NOT_FOUND');
  });

  it('changes this setting only for themself, without appearing more recently active in the directory', async () => {
    const { ada, aud, eve } = await makePeople(app, {
      ada: 'member',
      aud: 'auditor',
      eve: 'outsider',
    });
    const { personId } = await makeVisibleProfile(ada);
    const month = () =>
      app.db.query('select fresh_month, takes_requests from profile where id = $1', [personId]);
    await app.db.query('update profile set fresh_month = 5 where id = $1', [personId]);
    await set(ada, false);
    expect(await month()).toEqual([{ fresh_month: 5, takes_requests: false }]);
    await makeVisibleProfile(eve);
    await set(eve, true);
    expect(await month()).toEqual([{ fresh_month: 5, takes_requests: false }]);
    expect(await apiAs(aud).code(SET, { takes: true })).toBe('FORBIDDEN');
    expect(await apiAs({ app }).code(SET, { takes: true })).toBe('UNAUTHENTICATED');
    expect(await apiAs(ada).code(SET, { takes: null })).toBe('INVALID');
  });
});
