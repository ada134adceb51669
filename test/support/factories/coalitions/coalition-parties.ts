import { GroupAccess } from '#groups/group.entity.js';
import type { TestApp } from '../../app/app.js';
import { makeGroup } from '../make-groups.js';
import { makeOrganisation } from '../make-organisations.js';
import { makePeople } from '../make-people.js';
import { makeProfile } from '../make-profile.js';

/**
 * A listed group of Ana with Mel, a hidden group of Bea with Ben, and an organisation of Oto with Pau that only its
 * people see. Eve belongs to none of them.
 */
export async function threeParties(app: TestApp) {
  const people = await makePeople(app, {
    ...({ ana: 'steward', mel: 'member', bea: 'steward', ben: 'member' } as const),
    ...({ oto: 'member', pau: 'member', eve: 'outsider' } as const),
  });
  const { ana, mel, bea, ben, oto, pau } = people;
  const open = await makeGroup(app, { steward: ana, members: [mel], name: 'Grupo Abierto' });
  const hidden = await makeGroup(app, {
    ...{ steward: bea, members: [ben], name: 'Grupo Oculto' },
    ...{ isListed: false, access: GroupAccess.invitation },
  });
  for (const person of [oto, pau]) await makeProfile(person, { mayBeFound: false });
  const organisation = await makeOrganisation(app, {
    ...{ spokesperson: oto, people: [pau], audience: 'onlyMe', name: 'Radio Callada' },
  });
  const parties = {
    open: { groupId: open.id },
    hidden: { groupId: hidden.id },
    organisation: { organisationId: organisation.id },
  };
  return { ...people, open, hidden, organisation, parties };
}
