import type { TestApp } from '../app/app.js';
import { setAudience } from '../factories/visible-profiles.js';
import { factories } from '../factories/factories.js';
import { makeAffiliation, makeOrganisation } from '../factories/make-organisations.js';
import { aCoalitionLink } from './matrix-fixtures-coalitions.js';
import { insertBlock, type MatrixFixtureFactory, type RelatedPerson } from './matrix-fixture.js';
import { makePeople } from '../factories/make-people.js';

/**
 * Creates an organisation that every member may see. `speaks` is its spokesperson, and `ada` owns the rows. The people
 * share a group, because lists of people show only names that the viewer may see.
 */
async function anOrganisation(app: TestApp) {
  const people = await makePeople(app, {
    ...{ speaks: 'member', ada: 'member', ben: 'member', foe: 'member' },
    ...{ guest: 'member', far: 'member' },
  });
  const { speaks, ada, ben, foe, guest, far } = people;
  for (const person of [speaks, ada, ben, guest]) {
    await factories.profile(person, { mayBeFound: false });
  }
  const personId = await factories.profile(far, { mayBeFound: false });
  await factories.group(app, { steward: speaks, members: [ada, ben, guest, far] });
  const made = await makeOrganisation(app, { spokesperson: speaks, people: [ben] });
  const own = await makeAffiliation(app, { organisation: made, person: ada });
  await app.db.query(`update affiliation set audience = 'members' where id = $1`, [own]);
  await insertBlock(app, ada, foe);
  const [invitation] = await app.db.query<{ id: string }>(
    `insert into organisation_invitation (organisation_id, account_id, expires_at, created_at)
     values ($1, $2, $3, $4) returning id`,
    [made.id, guest.accountId, app.clock.in(86_400_000), app.clock.now()],
  );
  const related: RelatedPerson[] = [
    ['ME', 'steward', speaks],
    ['ME', 'member', ben],
  ];
  const coalitionToken = await aCoalitionLink(app);
  const more = { slug: made.slug, organisationId: made.id, personId, coalitionToken };
  return { ...people, made, own, invitationId: invitation!.id, related, more };
}

export const ORGANISATION_FIXTURES: Readonly<Record<string, MatrixFixtureFactory>> = {
  async Organisation(app) {
    const { made, related, guest, more } = await anOrganisation(app);
    return { id: made.id, more, people: [...related, ['ME', 'invited', guest]] };
  },
  async 'Organisation, ended'(app) {
    const { made, related, more } = await anOrganisation(app);
    await app.db.query('update organisation set ended_at = $2 where id = $1', [
      ...[made.id, app.clock.now()],
    ]);
    return { id: made.id, more, people: related };
  },
  async Affiliation(app) {
    const { own, related, ada, foe, more } = await anOrganisation(app);
    await setAudience(ada, 'members', ['name']);
    const people: RelatedPerson[] = [...related, ['ME', 'own', ada], ['ME', 'blocked', foe]];
    return { id: own, more, people };
  },
  async OrganisationInvitation(app) {
    const { invitationId, related, guest, more } = await anOrganisation(app);
    return { id: invitationId, more, people: [...related, ['ME', 'invited', guest]] };
  },
};
