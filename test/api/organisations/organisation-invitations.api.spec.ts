import { DAY } from '#kernel/clock.js';
import { BlocksService } from '#members/relationships/blocks.service.js';
import { OrganisationsJobs } from '#organisations/organisations.jobs.js';
import { useApp } from '../../support/app/app.js';
import {
  setAudience,
  makeVisibleProfile,
  type VisibleProfile,
} from '../../support/factories/visible-profiles.js';
import { apiAs } from '../../support/app/client.js';
import { containingActions } from '../../support/app/match-viewer-can.js';
import { factories } from '../../support/factories/factories.js';
import { signInAgain, type Person, makePeople } from '../../support/factories/make-people.js';

const INVITE = `mutation ($input: InviteToOrganisationInput!) { inviteToOrganisation(input: $input) { id } }`;
const MINE = '{ organisationInvitations { id organisation { slug } person { name } viewerCan } }';
const SENT = `query ($id: ID!) { invitationsSent(organisationId: $id) { id person { name } viewerCan } }`;
const ONE = 'query ($slug: String!) { organisation(slug: $slug) { id } }';
const answer = (door: string) =>
  `mutation ($id: ID!) { ${door}OrganisationInvitation(invitationId: $id) }`;

describe('an invitation to an organisation', () => {
  const app = useApp();

  /** Ada is spokesperson of an organisation visible only to its people; Ben is in it, Gus and Eve are not. */
  async function four() {
    const all = await makePeople(app, {
      ...{ ada: 'member', ben: 'member', gus: 'member', eve: 'outsider' },
    });
    const shown: Record<string, VisibleProfile> = {};
    for (const person of Object.values(all))
      shown[person.name] = await makeVisibleProfile(person, person.name);
    const made = await factories.organisation(app, {
      ...{ spokesperson: all.ada, people: [all.ben], audience: 'onlyMe' },
    });
    const input = (name: string) => ({
      input: { organisationId: made.id, personId: shown[name]!.personId },
    });
    return { ...all, made, input };
  }
  const mine = async (who: Person) => (await apiAs(who).ask(MINE)).organisationInvitations;
  const sent = async (who: Person, id: string) =>
    (await apiAs(who).ask(SENT, { id })).invitationsSent;

  it('is sent by a spokesperson, and visible only to sender and recipient', async () => {
    const { ada, ben, gus, eve, made, input } = await four();
    expect(await apiAs(gus).code(ONE, { slug: made.slug })).toBe('NOT_FOUND');
    expect(await apiAs(ben).code(INVITE, input('gus'))).toBe('FORBIDDEN');
    expect(await apiAs(eve).code(INVITE, input('gus'))).toBe('NOT_FOUND');
    await apiAs(ada).ask(INVITE, input('gus'));
    const [invitation] = await mine(gus);
    expect(invitation).toMatchObject({
      ...{
        organisation: { slug: made.slug },
        viewerCan: containingActions(['read', 'accept', 'decline'], { without: ['withdraw'] }),
      },
    });
    expect(await sent(ada, made.id)).toMatchObject([
      {
        id: invitation.id,
        person: { name: 'gus' },
        viewerCan: containingActions(['read', 'withdraw'], { without: ['accept', 'decline'] }),
      },
    ]);
    expect([await sent(ben, made.id), await mine(eve)]).toEqual([[], []]);
    expect(await apiAs(gus).code(ONE, { slug: made.slug })).toBe('OK');
    for (const door of ['accept', 'decline', 'withdraw']) {
      expect(await apiAs(eve).code(answer(door), { id: invitation.id })).toBe('NOT_FOUND');
    }
    expect(await apiAs(ada).code(answer('accept'), { id: invitation.id })).toBe('FORBIDDEN');
    await apiAs(gus).ask(answer('accept'), { id: invitation.id });
    expect([await mine(gus), await sent(ada, made.id)]).toEqual([[], []]);
    const myOrganisations = '{ myOrganisations { slug } }';
    expect(await apiAs(gus).ask(myOrganisations)).toEqual({
      myOrganisations: [{ slug: made.slug }],
    });
    await expect(apiAs(ada).ask(INVITE, input('gus'))).rejects.toMatchObject({
      ...{ code: 'CONFLICT', reason: 'organisation.alreadyIn' },
    });
  });

  it('looks to its sender like a waiting invitation after it was declined', async () => {
    const { ada, gus, eve, made, input } = await four();
    for (const name of ['gus', 'eve']) await apiAs(ada).ask(INVITE, input(name));
    const [declined] = await mine(gus);
    await apiAs(gus).ask(answer('decline'), { id: declined.id });
    expect(await apiAs(gus).code(answer('accept'), { id: declined.id })).toBe('NOT_FOUND');
    expect(await apiAs(gus).code(ONE, { slug: made.slug })).toBe('NOT_FOUND');
    const shown = await sent(ada, made.id);
    expect(shown).toHaveLength(2);
    expect(shown.map(({ viewerCan }: { viewerCan: string[] }) => viewerCan)).toEqual([
      ...[
        ['read', 'withdraw'],
        ['read', 'withdraw'],
      ],
    ]);
    // A repeated invitation is refused in both cases, so the refusal does not reveal which invitation was declined.
    for (const name of ['gus', 'eve']) {
      await expect(apiAs(ada).ask(INVITE, input(name))).rejects.toMatchObject({
        reason: 'organisation.invitedBefore',
      });
    }
    app.clock.move(14 * DAY);
    const [later, evesLater] = [await signInAgain(ada), await signInAgain(eve)];
    expect([await sent(later, made.id), await mine(evesLater)]).toEqual([[], []]);
    // From the exact time of expiry, even if the job has not run yet.
    expect(await apiAs(evesLater).code(ONE, { slug: made.slug })).toBe('NOT_FOUND');
    await app.get(OrganisationsJobs).expireInvitations();
    const states = 'select state from organisation_invitation where organisation_id = $1';
    expect(await app.db.query(states, [made.id])).toEqual([
      { state: 'expired' },
      { state: 'expired' },
    ]);
    app.clock.move(76 * DAY);
    expect(await apiAs(await signInAgain(ada)).code(INVITE, input('gus'))).toBe('OK');
  });

  it('can be withdrawn, and disappears when a block or a hidden name separates the two', async () => {
    const { ada, gus, eve, made, input } = await four();
    for (const name of ['gus', 'eve']) await apiAs(ada).ask(INVITE, input(name));
    const [toGus] = await mine(gus);
    await apiAs(ada).ask(answer('withdraw'), { id: toGus.id });
    expect(await mine(gus)).toEqual([]);
    expect(await apiAs(gus).code(answer('accept'), { id: toGus.id })).toBe('NOT_FOUND');
    const [toEve] = await mine(eve);
    await setAudience(eve, 'onlyMe', ['name']);
    expect(await sent(ada, made.id)).toEqual([]);
    expect(await apiAs(ada).code(answer('withdraw'), { id: toEve.id })).toBe('NOT_FOUND');
    await setAudience(eve, 'members', ['name']);
    expect(await sent(ada, made.id)).toHaveLength(1);
    await app.db.write(() => app.get(BlocksService).block(eve.accountId, ada.accountId));
    expect(await sent(ada, made.id)).toEqual([]);
    const { input: again2 } = input('eve');
    const bytes = async (personId: string) =>
      (await apiAs(ada).raw(INVITE, { input: { ...again2, personId } })).text();
    expect(await bytes(again2.personId)).toBe(await bytes(crypto.randomUUID()));
  });

  it('gives no access to a member with a block between them and a spokesperson, until the block ends', async () => {
    const { ada, ben, gus, eve, made, input } = await four();
    await app.db.query('update affiliation set is_spokesperson = true where account_id = $1', [
      ben.accountId,
    ]);
    for (const name of ['gus', 'eve']) await apiAs(ada).ask(INVITE, input(name));
    const [{ id }] = await mine(eve);
    const block = () => app.get(BlocksService).block(eve.accountId, ada.accountId);
    const blocked = await app.db.write(block);
    expect(await mine(eve)).toEqual([]);
    expect(await apiAs(eve).code(ONE, { slug: made.slug })).toBe('NOT_FOUND');
    for (const door of ['accept', 'decline'])
      expect(await apiAs(eve).code(answer(door), { id })).toBe('NOT_FOUND');
    // Nothing changes for other invited members, nor for a spokesperson without a block.
    expect(await apiAs(gus).code(ONE, { slug: made.slug })).toBe('OK');
    expect(await sent(ben, made.id)).toHaveLength(2);
    await app.db.write(() => app.get(BlocksService).unblock(blocked));
    expect(await apiAs(eve).code(answer('accept'), { id })).toBe('OK');
  });

  it('counts among twenty open invitations per organisation, also after it was declined', async () => {
    const { ada, gus, eve, made, input } = await four();
    await apiAs(ada).ask(INVITE, input('gus'));
    const [declined] = await mine(gus);
    await apiAs(gus).ask(answer('decline'), { id: declined.id });
    await app.db.query(
      `insert into organisation_invitation (organisation_id, account_id, expires_at, created_at)
       select $1, $2, $3, $4 from generate_series(1, 19)`,
      [made.id, gus.accountId, app.clock.in(DAY), app.clock.now()],
    );
    await expect(apiAs(ada).ask(INVITE, input('eve'))).rejects.toMatchObject({
      ...{ code: 'TOO_MANY', reason: 'organisation.invitations' },
    });
    await app.db.query('delete from organisation_invitation where id <> $1 and account_id = $2', [
      ...[declined.id, gus.accountId],
    ]);
    await apiAs(ada).ask(INVITE, input('eve'));
    expect(await mine(eve)).toHaveLength(1);
  });
});
