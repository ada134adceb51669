import { useApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import { makeCoalitionWorld } from '../../support/factories/coalitions/coalition-world.js';
import { NAME_DELEGATES } from '../../support/factories/coalitions/taking-part.js';
import type { Person } from '../../support/factories/make-people.js';

const PARTICIPATIONS = `query ($slug: String!) { group(slug: $slug) {
  participations { name hasShownName coalition { slug } group { slug } } } }`;
const NAMELESS = `{ participantsWithoutNameWaiting participantsWithoutName {
  id name coalition { slug } group { slug } organisation { slug } } }`;
const RENAME = `mutation ($id: ID!, $shownName: String) {
  renameParticipant(participantId: $id, shownName: $shownName) { id } }`;

const app = useApp({ TRAMA_WORKER: '0' });

const participationsAs = async (who: Person, { slug }: { readonly slug: string }) =>
  (await apiAs(who).ask(PARTICIPATIONS, { slug })).group.participations;
const list = (id: string, isListed: boolean) =>
  app.db.query('update "group" set is_listed = $2 where id = $1', [id, isListed]);

describe('the query for the coalitions of a group', () => {
  it('lists them to the people of the group, and under a chosen name to no other account', async () => {
    const { ste, ana, spo, tea, eve, forest, tide, coalition, inTide } =
      await makeCoalitionWorld(app);
    const { slug } = coalition;
    for (const who of [ste, ana]) {
      expect(await participationsAs(who, forest)).toEqual([
        {
          ...{ name: 'Vecinas del norte', hasShownName: true },
          ...{ coalition: { slug }, group: { slug: forest.slug } },
        },
      ]);
    }
    const own = [{ name: 'Marea', coalition: { slug } }];
    for (const who of [tea, ana, ste, spo]) {
      expect(await participationsAs(who, tide)).toMatchObject(own);
    }
    await apiAs(tea).ask(RENAME, { id: inTide, shownName: 'Las del muelle' });
    for (const who of [tea, ana]) {
      expect(await participationsAs(who, tide)).toMatchObject([{ name: 'Las del muelle' }]);
    }
    for (const who of [ste, spo, eve]) expect(await participationsAs(who, tide)).toEqual([]);
  });

  it('lists them to other members only if these can see the coalition', async () => {
    const { eve, tide, coalition } = await makeCoalitionWorld(app);
    expect(await participationsAs(eve, tide)).toEqual([]);
    await list(coalition.id, true);
    expect(await participationsAs(eve, tide)).toMatchObject([{ name: 'Marea' }]);
  });

  it('returns none for a coalition', async () => {
    const { ste, coalition } = await makeCoalitionWorld(app);
    expect(await participationsAs(ste, coalition)).toEqual([]);
  });
});

it('a participant without a name waits for its stewards alone, until they choose one', async () => {
  const { tea, ana, ste, spo, tide, coalition, inTide, tideId } = await makeCoalitionWorld(app);
  const nothing = { participantsWithoutNameWaiting: 0, participantsWithoutName: [] };
  expect(await apiAs(tea).ask(NAMELESS)).toEqual(nothing);
  await list(tide.id, false);
  expect(await apiAs(tea).ask(NAMELESS)).toEqual({
    participantsWithoutNameWaiting: 1,
    participantsWithoutName: [
      {
        ...{ id: inTide, name: '', coalition: { slug: coalition.slug } },
        ...{ group: { slug: tide.slug }, organisation: null },
      },
    ],
  });
  // A delegate acts for the participant, but does not choose its name.
  const input = { participantId: inTide, personIds: [await tideId(ana)], stewardId: null };
  await apiAs(tea).ask(NAME_DELEGATES, { input });
  for (const who of [ana, ste, spo]) expect(await apiAs(who).ask(NAMELESS)).toEqual(nothing);
  await apiAs(tea).ask(RENAME, { id: inTide, shownName: 'Las del muelle' });
  expect(await apiAs(tea).ask(NAMELESS)).toEqual(nothing);
});
