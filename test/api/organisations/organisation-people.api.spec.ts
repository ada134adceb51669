import { DAY } from '#kernel/clock.js';
import { BlocksService } from '#members/relationships/blocks.service.js';
import { AccountDeletionService } from '#signin/accounts/account-deletion.service.js';
import { useApp } from '../../support/app/app.js';
import { setAudience, makeVisibleProfile } from '../../support/factories/visible-profiles.js';
import { apiAs } from '../../support/app/client.js';
import { factories } from '../../support/factories/factories.js';
import { ORGANISATION_INPUT } from '../../support/factories/make-organisations.js';
import { insertSeparation } from '../../support/matrix/matrix-fixture.js';
import { waitForJobs } from '../../support/app/wait-for-jobs.js';
import { makeAllies } from '../../support/factories/two-person-acts.js';
import { signInAgain, type Person, makePeople } from '../../support/factories/make-people.js';

const PEOPLE = `query ($id: ID!) { organisationPeople(organisationId: $id) {
  isWithheld items { id isSpokesperson isMe audience viewerCan person { id name } } } }`;
const SET = `mutation ($input: AffiliationAudienceInput!) { setAffiliationAudience(input: $input) }`;
const EDIT = `mutation ($input: EditOrganisationInput!) { editOrganisation(input: $input) { id } }`;
const of = (door: string) => `mutation ($id: ID!) { ${door}(affiliationId: $id) }`;

interface Shown {
  id: string;
  isSpokesperson: boolean;
  person: { name: string };
}

describe('the people of an organisation', () => {
  const app = useApp();

  const people = async (who: Person, id: string): Promise<Shown[]> =>
    (await apiAs(who).ask(PEOPLE, { id })).organisationPeople.items;
  const names = async (who: Person, id: string) =>
    (await people(who, id)).map(({ person }) => person.name);

  /** Ada is spokesperson, Ben is in the organisation, and Eve may see it. */
  async function three() {
    const all = await makePeople(app, { ada: 'member', ben: 'member', eve: 'outsider' });
    for (const person of Object.values(all)) await makeVisibleProfile(person, person.name);
    const made = await factories.organisation(app, { spokesperson: all.ada, people: [all.ben] });
    const own = async (who: Person) => {
      const sql = 'select id from affiliation where organisation_id = $1 and account_id = $2';
      const [row] = await app.db.query<{ id: string }>(sql, [made.id, who.accountId]);
      return row!.id;
    };
    const open = async (who: Person, to: string) =>
      apiAs(who).ask(SET, { input: { affiliationId: await own(who), audience: to } });
    return { ...all, made, own, open };
  }

  it('see each other, and each is shown outside to the audience that they chose', async () => {
    const { ada, ben, eve, made, own, open } = await three();
    const { id } = made;
    expect([await names(ada, id), await names(ben, id), await names(eve, id)]).toEqual([
      ...[['ada', 'ben'], ['ada', 'ben'], []],
    ]);
    const input = { affiliationId: await own(ben), audience: 'members' };
    for (const who of [ada, eve]) {
      expect(await apiAs(who).code(SET, { input })).toBe(who === ada ? 'FORBIDDEN' : 'NOT_FOUND');
    }
    await open(ben, 'members');
    expect(await names(eve, id)).toEqual(['ben']);
    await open(ben, 'allies');
    expect(await names(eve, id)).toEqual([]);
    await makeAllies(app, ben, eve);
    expect(await names(eve, id)).toEqual(['ben']);
    await open(ben, 'onlyMe');
    expect(await names(eve, id)).toEqual([]);
    const [mine] = (await people(ben, id)).slice(1);
    expect(mine).toMatchObject({ isMe: true, audience: 'onlyMe', isSpokesperson: false });
    expect((await people(ada, id))[1]).toMatchObject({ isMe: false, audience: null });
    const text = await (await apiAs(ada).raw(PEOPLE, { id })).text();
    for (const { accountId } of [ada, ben]) expect(text).not.toContain(accountId);
  });

  it('are hidden from viewers who may not see their name, inside and outside', async () => {
    const { ada, ben, eve, made, own, open } = await three();
    await open(ben, 'members');
    await setAudience(ben, 'onlyMe', ['name']);
    expect([await names(ada, made.id), await names(eve, made.id)]).toEqual([['ada'], []]);
    const hidden = await own(ben);
    for (const door of ['removeAffiliation', 'handOverOrganisation', 'leaveOrganisation']) {
      const bytes = async (id: string) =>
        (await (await apiAs(ada).raw(of(door), { id })).text()).replaceAll(id, 'ID');
      expect(await bytes(hidden)).toBe(await bytes(crypto.randomUUID()));
      expect(await apiAs(ada).code(of(door), { id: hidden })).toBe('NOT_FOUND');
    }
    expect(await names(ben, made.id)).toEqual(['ada', 'ben']);
  });

  it('are hidden from each other by a block or a separation, and stay visible to the other people', async () => {
    const { ada, ben, eve, made, own, open } = await three();
    await open(ben, 'members');
    const { gus } = await makePeople(app, { gus: 'member' });
    await makeVisibleProfile(gus, 'gus');
    await factories.affiliation(app, { organisation: made, person: gus });
    await app.db.write(() => app.get(BlocksService).block(ben.accountId, ada.accountId));
    await insertSeparation(app, gus, ben);
    expect(await names(ada, made.id)).toEqual(['ada', 'gus']);
    expect(await names(ben, made.id)).toEqual(['ben']);
    expect(await names(gus, made.id)).toEqual(['ada', 'gus']);
    expect(await names(eve, made.id)).toEqual(['ben']);
    expect(await apiAs(ada).code(of('removeAffiliation'), { id: await own(ben) })).toBe(
      'NOT_FOUND',
    );
  });

  it('are not shown to a wider audience of the organisation until they choose it themselves', async () => {
    const { ada, ben, eve, made, open } = await three();
    const edit = (to: string, groupIds: string[] = []) =>
      apiAs(ada).ask(EDIT, {
        input: { ...ORGANISATION_INPUT, organisationId: made.id, audience: to, groupIds },
      });
    await edit('onlyMe');
    await open(ben, 'members');
    await open(ada, 'members');
    await edit('members');
    expect(await names(eve, made.id)).toEqual(['ada']);
    await open(ben, 'members');
    await edit('members');
    expect(await names(eve, made.id)).toEqual(['ada', 'ben']);
    // Adding a group also widens the audience.
    const group = await factories.group(app, { steward: ada, members: [eve] });
    const second = await factories.group(app, { steward: ada });
    await edit('groups', [group.id]);
    expect(await names(eve, made.id)).toEqual(['ada', 'ben']);
    await edit('groups', [group.id, second.id]);
    expect(await names(eve, made.id)).toEqual(['ada']);
  });

  it('can be removed only by a spokesperson, and the audit log records it', async () => {
    const { ada, ben, eve, made, own } = await three();
    const [bens, adas] = [await own(ben), await own(ada)];
    expect(await apiAs(ben).code(of('removeAffiliation'), { id: adas })).toBe('FORBIDDEN');
    expect(await apiAs(eve).code(of('removeAffiliation'), { id: bens })).toBe('NOT_FOUND');
    await expect(apiAs(ada).ask(of('removeAffiliation'), { id: adas })).rejects.toMatchObject({
      reason: 'affiliation.leaveInstead',
    });
    await apiAs(ada).ask(of('removeAffiliation'), { id: bens });
    expect(await names(ada, made.id)).toEqual(['ada']);
    const acts = `{ actsAboutMe { items { action subjectType } } }`;
    expect((await apiAs(await signInAgain(ben)).ask(acts)).actsAboutMe.items).toContainEqual({
      ...{ action: 'remove', subjectType: 'Affiliation' },
    });
  });

  it('always include a spokesperson: the one chosen by handover, or the member who joined first', async () => {
    const { ada, ben, made, own } = await three();
    const { gus } = await makePeople(app, { gus: 'member' });
    await makeVisibleProfile(gus, 'gus');
    app.clock.move(1_000);
    await factories.affiliation(app, { organisation: made, person: gus });
    const speaks = async () =>
      (await people(gus, made.id))
        .filter((one) => one.isSpokesperson)
        .map((one) => one.person.name);
    const leave = async (who: Person) =>
      apiAs(who).code(of('leaveOrganisation'), { id: await own(who) });
    await expect(
      apiAs(ada).ask(of('leaveOrganisation'), { id: await own(ada) }),
    ).rejects.toMatchObject({ code: 'CONFLICT', reason: 'affiliation.lastSpokesperson' });
    expect(await apiAs(ben).code(of('handOverOrganisation'), { id: await own(gus) })).toBe(
      'FORBIDDEN',
    );
    await apiAs(ada).ask(of('handOverOrganisation'), { id: await own(ben) });
    expect(await speaks()).toEqual(['ben']);
    expect(await leave(ada)).toBe('OK');
    await app.db.write(() => app.get(AccountDeletionService).end(ben.accountId));
    await waitForJobs(app);
    expect([await names(gus, made.id), await speaks()]).toEqual([['gus'], ['gus']]);
    // The organisation ends with its last member.
    expect(await leave(gus)).toBe('OK');
    await waitForJobs(app);
    const left = await app.db.query('select 1 from organisation where id = $1', [made.id]);
    expect(left).toEqual([]);
  });

  it("count towards the viewer's daily limit of viewed people", async () => {
    const { eve, ben, made, open } = await three();
    await open(ben, 'members');
    const day = app.clock.now().toISOString().slice(0, 10);
    await apiAs(eve).ask('{ people { items { id } } }');
    const more = `update view_of_day set seen = seen || array(select generate_series(1, 700)) where day = $1`;
    expect((await apiAs(eve).ask(PEOPLE, { id: made.id })).organisationPeople.isWithheld).toBe(
      false,
    );
    const { fay } = await makePeople(app, { fay: 'member' });
    await makeVisibleProfile(fay, 'fay');
    const others = await factories.organisation(app, { spokesperson: fay });
    await app.db.query(`update affiliation set audience = 'members' where organisation_id = $1`, [
      others.id,
    ]);
    await app.db.query(`${more} and kind = 'card'`, [day]);
    const answer = (await apiAs(eve).ask(PEOPLE, { id: others.id })).organisationPeople;
    expect(answer).toEqual({ isWithheld: true, items: [] });
    app.clock.move(DAY);
    expect(await names(await signInAgain(eve), others.id)).toEqual(['fay']);
  });
});
