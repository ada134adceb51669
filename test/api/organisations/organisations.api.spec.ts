import { DAY } from '#kernel/clock.js';
import { RetentionService } from '#retention/retention.service.js';
import { useApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import { makeVisibleProfile } from '../../support/factories/visible-profiles.js';
import { factories } from '../../support/factories/factories.js';
import { ORGANISATION_INPUT } from '../../support/factories/make-organisations.js';
import { waitForJobs } from '../../support/app/wait-for-jobs.js';
import { type Person, makePeople } from '../../support/factories/make-people.js';

const ONE = `query ($slug: String!) { organisation(slug: $slug) {
  id slug name about issueAreas practices territories languages audience endsAt groupIds viewerCan
  myAffiliation { id isSpokesperson audience } } }`;
const LIST = `query ($after: String) { organisations(after: $after) { items { slug } nextCursor } }`;
const FOUND = `mutation ($input: FoundOrganisationInput!) { foundOrganisation(input: $input) { id slug } }`;
const EDIT = `mutation ($input: EditOrganisationInput!) { editOrganisation(input: $input) { name } }`;
const ending = (door: string) => `mutation ($id: ID!) { ${door}(organisationId: $id) { endsAt } }`;

describe('organisations', () => {
  const app = useApp();

  const see = (who: Person, slug: string) => apiAs(who).code(ONE, { slug });
  const listed = async (who: Person, slug: string) =>
    JSON.stringify(await apiAs(who).ask(LIST)).includes(`"${slug}"`);

  it('are founded by members past probation, who become spokesperson', async () => {
    const { ada, pro, ...others } = await makePeople(app, {
      ...{ ada: 'member', pro: 'probation', applicant: 'applicant', adm: 'administrator' },
    });
    await makeVisibleProfile(ada);
    const input = ORGANISATION_INPUT;
    const { foundOrganisation: made } = await apiAs(ada).ask(FOUND, { input });
    expect(made.slug).toMatch(/^radio-mareas-[a-z0-9]{6}$/);
    const { organisation } = await apiAs(ada).ask(ONE, { slug: made.slug });
    expect(organisation).toMatchObject({ ...input, ...made, endsAt: null });
    expect(organisation.myAffiliation).toMatchObject({ isSpokesperson: true, audience: 'onlyMe' });
    expect(organisation.viewerCan).toEqual(
      expect.arrayContaining(['found', 'read', 'edit', 'invite', 'end']),
    );
    await expect(apiAs(pro).ask(FOUND, { input })).rejects.toMatchObject({
      ...{ code: 'FORBIDDEN', reason: 'organisation.probation' },
    });
    for (const other of Object.values(others)) {
      expect(await apiAs(other).code(FOUND, { input })).toBe('FORBIDDEN');
    }
  });

  it('reject invalid input and store nothing', async () => {
    const { ada } = await makePeople(app, { ada: 'member' });
    const bad = [
      { name: ' \u200B' },
      { name: 'a'.repeat(81) },
      { about: 'a'.repeat(201) },
      { issueAreas: ['practice:digital-security'] },
      { territories: ['territory:PE-UCA'] },
      { languages: ['language:es', 'language:es'] },
      { audience: 'allies' },
      { audience: 'groups', groupIds: [] },
      { slug: 'mine' },
      { endedAt: null },
    ];
    for (const part of bad) {
      const input = { ...ORGANISATION_INPUT, ...part };
      expect([part, await apiAs(ada).code(FOUND, { input })]).toEqual([part, 'INVALID']);
    }
    expect(await apiAs(ada).ask('{ myOrganisations { id } }')).toEqual({ myOrganisations: [] });
  });

  it('can be open to chosen groups in which the spokesperson has no persona', async () => {
    const { ada, ben, cam, eve } = await makePeople(app, {
      ...{ ada: 'member', ben: 'member', cam: 'member', eve: 'outsider' },
    });
    await makeVisibleProfile(ada);
    const group = await factories.group(app, { steward: ada, members: [ben] });
    const other = await factories.group(app, { steward: ben, members: [cam] });
    const parts = { audience: 'groups', groupIds: [group.id] } as const;
    const foreign = { ...ORGANISATION_INPUT, ...parts, groupIds: [other.id] };
    for (const groupId of [other.id, crypto.randomUUID()]) {
      const input = { ...foreign, groupIds: [groupId] };
      expect(await apiAs(ada).code(FOUND, { input })).toBe('NOT_FOUND');
    }
    const { foundOrganisation: made } = await apiAs(ada).ask(FOUND, {
      input: { ...ORGANISATION_INPUT, ...parts },
    });
    const seen = async () => [await see(ben, made.slug), await listed(ben, made.slug)];
    expect(await seen()).toEqual(['OK', true]);
    for (const who of [cam, eve]) {
      expect([await see(who, made.slug), await listed(who, made.slug)]).toEqual([
        ...['NOT_FOUND', false],
      ]);
    }
    // Other viewers do not see to which groups the organisation is open.
    const { organisation } = await apiAs(ben).ask(ONE, { slug: made.slug });
    expect(organisation).toMatchObject({ audience: null, groupIds: [], myAffiliation: null });
    const membership = `(select id from membership where account_id = '${ada.accountId}')`;
    await app.db.query(`update membership set persona_name = 'Sombra' where id = ${membership}`);
    expect(await seen()).toEqual(['NOT_FOUND', false]);
    await app.db.query(`update membership set persona_name = null where id = ${membership}`);
    expect(await seen()).toEqual(['OK', true]);
    // A closed member list hides the organisation and keeps the choice, also when the spokesperson edits it meanwhile.
    const list = (audience: string) =>
      app.db.query(`update "group" set member_list = $2 where id = $1`, [group.id, audience]);
    const setListed = (isListed: boolean) =>
      app.db.query(`update membership set is_listed = $1 where id = ${membership}`, [isListed]);
    await list('stewards');
    await setListed(false);
    expect(await seen()).toEqual(['NOT_FOUND', false]);
    const own = await apiAs(ada).ask(ONE, { slug: made.slug });
    expect(own.organisation.groupIds).toEqual([group.id]);
    const input = { ...ORGANISATION_INPUT, ...parts, organisationId: made.id };
    expect(await apiAs(ada).code(EDIT, { input })).toBe('OK');
    await list('members');
    await setListed(true);
    expect(await seen()).toEqual(['OK', true]);
    // A spokesperson with a persona in the group cannot open the organisation to it.
    await app.db.query(`update membership set persona_name = 'Luz' where account_id = $1`, [
      ben.accountId,
    ]);
    expect(await seen()).toEqual(['NOT_FOUND', false]);
  });

  it('are answered with the same bytes as unknown organisations if they are hidden, except to their people', async () => {
    const { ada, eve } = await makePeople(app, { ada: 'member', eve: 'outsider' });
    const hidden = await factories.organisation(app, { spokesperson: ada, audience: 'onlyMe' });
    const nobody = crypto.randomUUID();
    const doors: (readonly [string, (id: string) => Record<string, unknown>, string?])[] = [
      [ONE, (slug) => ({ slug }), hidden.slug],
      [EDIT, (organisationId) => ({ input: { ...ORGANISATION_INPUT, organisationId } })],
      [ending('endOrganisation'), (id) => ({ id })],
      [ending('keepOrganisation'), (id) => ({ id })],
      [
        `mutation ($input: InviteToOrganisationInput!) { inviteToOrganisation(input: $input) { id } }`,
        (organisationId) => ({ input: { organisationId, personId: nobody } }),
      ],
      [
        `query ($id: ID!) { organisationPeople(organisationId: $id) { items { id } } }`,
        (id) => ({ id }),
      ],
      [`query ($id: ID!) { invitationsSent(organisationId: $id) { id } }`, (id) => ({ id })],
    ];
    for (const [document, variables, key] of doors) {
      const answers = [];
      for (const id of [key ?? hidden.id, key ? 'radio-mareas-zzzzzz' : nobody]) {
        answers.push(await (await apiAs(eve).raw(document, variables(id))).text());
      }
      expect(answers[0]).toBe(answers[1]);
      expect(await apiAs(eve).code(document, variables(key ?? hidden.id))).toBe('NOT_FOUND');
    }
    expect([await see(ada, hidden.slug), await listed(ada, hidden.slug)]).toEqual(['OK', true]);
    expect(await listed(eve, hidden.slug)).toBe(false);
  });

  it('can be changed only by a spokesperson', async () => {
    const { ada, ben, eve } = await makePeople(app, {
      ada: 'member',
      ben: 'member',
      eve: 'outsider',
    });
    for (const who of [ada, ben]) await makeVisibleProfile(who);
    const made = await factories.organisation(app, { spokesperson: ada, people: [ben] });
    const input = { ...ORGANISATION_INPUT, name: 'Radio Orilla', organisationId: made.id };
    for (const who of [ben, eve]) expect(await apiAs(who).code(EDIT, { input })).toBe('FORBIDDEN');
    expect(await apiAs(ada).ask(EDIT, { input })).toEqual({
      editOrganisation: { name: 'Radio Orilla' },
    });
    const closed = { ...input, audience: 'onlyMe' };
    await apiAs(ada).ask(EDIT, { input: closed });
    expect([await see(eve, made.slug), await see(ben, made.slug)]).toEqual(['NOT_FOUND', 'OK']);
  });

  it('are listed newest first in pages, without hidden organisations', async () => {
    const { ada, eve } = await makePeople(app, { ada: 'member', eve: 'outsider' });
    const slugs: string[] = [];
    for (let n = 0; n < 23; n++) {
      app.clock.move(1_000);
      const audience = n % 8 === 7 ? 'onlyMe' : 'members';
      const { slug } = await factories.organisation(app, { spokesperson: ada, audience });
      if (audience === 'members') slugs.unshift(slug);
    }
    const found: string[] = [];
    const page = async (after: string | null): Promise<string | null> => {
      const { organisations } = await apiAs(eve).ask(LIST, { after });
      found.push(...organisations.items.map((item: { slug: string }) => item.slug));
      return organisations.nextCursor;
    };
    for (let next = await page(null); next;) next = await page(next);
    expect(found.slice(0, slugs.length)).toEqual(slugs);
    expect(await apiAs(eve).code(LIST, { after: 'x' })).toBe('INVALID');
  });

  it('end three days after their spokesperson requests it, and the request can be undone until then', async () => {
    const { ada, ben, eve } = await makePeople(app, {
      ada: 'member',
      ben: 'member',
      eve: 'outsider',
    });
    for (const who of [ada, ben]) await makeVisibleProfile(who);
    const { id, slug } = await factories.organisation(app, { spokesperson: ada, people: [ben] });
    const [end, keep] = [ending('endOrganisation'), ending('keepOrganisation')];
    for (const who of [ben, eve]) expect(await apiAs(who).code(end, { id })).toBe('FORBIDDEN');
    expect(await apiAs(ada).code(keep, { id })).toBe('FORBIDDEN');
    const ended = await apiAs(ada).ask(end, { id });
    const left = Date.parse(ended.endOrganisation.endsAt) - app.clock.now().getTime();
    expect(Math.round(left / DAY)).toBe(3);
    expect([await see(eve, slug), await see(ben, slug)]).toEqual(['NOT_FOUND', 'OK']);
    expect([await apiAs(eve).code(keep, { id }), await apiAs(ben).code(keep, { id })]).toEqual([
      ...['NOT_FOUND', 'FORBIDDEN'],
    ]);
    await apiAs(ada).ask(keep, { id });
    expect(await see(eve, slug)).toBe('OK');
    await apiAs(ada).ask(end, { id });
    app.clock.move(3 * DAY - 1_000);
    await app.get(RetentionService).run('endedOrganisation');
    expect(await see(ben, slug)).toBe('OK');
    app.clock.move(2_000);
    await app.get(RetentionService).run('endedOrganisation');
    expect([await see(ada, slug), await see(ben, slug)]).toEqual(['NOT_FOUND', 'NOT_FOUND']);
    const people = await app.db.query('select 1 from affiliation where organisation_id = $1', [id]);
    expect(people).toEqual([]);
    const receipts = await app.db.query('select about_id from receipt where subject_id = $1', [id]);
    expect(receipts).toEqual([{ about_id: null }]);
    await waitForJobs(app);
  });
});
