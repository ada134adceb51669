import { randomUUID } from 'node:crypto';
import { useApp } from '../support/app/app.js';
import { makeVisibleProfile } from '../support/factories/visible-profiles.js';
import { apiAs } from '../support/app/client.js';
import { factories } from '../support/factories/factories.js';
import { ORGANISATION_INPUT } from '../support/factories/make-organisations.js';
import { waitForJobs } from '../support/app/wait-for-jobs.js';
import { type TestSocket, closeAllSockets, openSocket } from '../support/app/sockets.js';
import { type Person, makePeople } from '../support/factories/make-people.js';

const EDIT = `mutation ($input: EditOrganisationInput!) { editOrganisation(input: $input) { id } }`;
const INVITE = `mutation ($input: InviteToOrganisationInput!) { inviteToOrganisation(input: $input) { id } }`;
const REMOVE = `mutation ($id: ID!) { removeAffiliation(affiliationId: $id) }`;

const heard = (ear: TestSocket) =>
  ear.received('news').filter(({ subject }) => subject === 'organisation');

describe('a viewer with the page of an organisation open', () => {
  const app = useApp();
  afterEach(closeAllSockets);

  const edit = (who: Person, organisationId: string, audience: string) =>
    apiAs(who).ask(EDIT, { input: { ...ORGANISATION_INPUT, organisationId, audience } });

  async function opened() {
    const people = await makePeople(app, { ada: 'member', ben: 'member', eve: 'outsider' });
    const { ada, ben, eve } = people;
    for (const person of [ada, ben]) await makeVisibleProfile(person);
    const { personId } = await makeVisibleProfile(eve);
    const { id } = await factories.organisation(app, { spokesperson: ada, people: [ben] });
    await waitForJobs(app);
    const ears = { ben: await openSocket(ben), eve: await openSocket(eve) };
    expect(await ears.eve.emit('watch', { organisation: id })).toEqual({ ok: true });
    return { ...people, id, ears, personId };
  }

  it('is notified of changes, and receives nothing after losing access', async () => {
    const { ada, id, ears } = await opened();
    await edit(ada, id, 'members');
    await waitForJobs(app);
    expect(heard(ears.eve)).toEqual([{ subject: 'organisation', id }]);
    expect(heard(ears.ben)).toEqual([{ subject: 'organisation', id }]);
    await edit(ada, id, 'onlyMe');
    await waitForJobs(app);
    // Eve receives one notice that her access ended, and nothing after it.
    expect(heard(ears.eve)).toHaveLength(2);
    await edit(ada, id, 'onlyMe');
    await waitForJobs(app);
    expect(heard(ears.eve)).toHaveLength(2);
    expect(heard(ears.ben)).toHaveLength(3);
    for (const hidden of [id, randomUUID()]) {
      expect(await ears.eve.emit('watch', { organisation: hidden })).toEqual({ code: 'NOT_FOUND' });
    }
  });

  it('is notified of an invitation, without the content of the invitation', async () => {
    const { ada, ben, id, ears, personId } = await opened();
    await apiAs(ada).ask(INVITE, { input: { organisationId: id, personId } });
    await waitForJobs(app);
    const news = ears.eve
      .received('news')
      .filter(({ subject }) => subject === 'organisationInvitation');
    expect(news).toEqual([{ subject: 'organisationInvitation', id: expect.any(String) }]);
    expect(JSON.stringify(ears.ben.frames)).not.toContain('organisationInvitation');
    const [row] = await app.db.query<{ id: string }>(
      'select id from affiliation where account_id = $1',
      [ben.accountId],
    );
    await apiAs(ada).ask(REMOVE, { id: row!.id });
    await waitForJobs(app);
    expect(heard(ears.ben)).toContainEqual({ subject: 'organisation', id });
  });
});
