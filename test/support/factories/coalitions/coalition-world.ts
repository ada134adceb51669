import type { TestApp } from '../../app/app.js';
import { waitForJobs } from '../../app/wait-for-jobs.js';
import { channelOf, makeCoalitionOf, sourceIdOf } from './taking-part.js';
import { factories } from '../factories.js';
import { HIDDEN_GROUP } from '../group-documents.js';
import { makePeople, type Person } from '../make-people.js';

/**
 * A hidden coalition of three participants: the hidden group of Ste with Ana and Bea, the organisation of Spo with Ina,
 * and the group of Tea with Ana. Nobody takes part yet. Eve is outside.
 */
export async function makeCoalitionWorld(app: TestApp, agreements = '') {
  const people = await makePeople(app, {
    ...{ ste: 'steward', ana: 'member', bea: 'member', spo: 'member', ina: 'member' },
    ...{ tea: 'steward', eve: 'outsider' },
  });
  const { ste, ana, bea, spo, ina, tea, eve } = people;
  for (const one of Object.values(people)) await factories.profile(one);
  const forest = await factories.group(app, {
    ...{ steward: ste, members: [ana, bea], name: 'Bosque' },
    ...HIDDEN_GROUP,
  });
  const radio = await factories.organisation(app, { spokesperson: spo, people: [ina] });
  const tide = await factories.group(app, { steward: tea, members: [ana], name: 'Marea' });
  const coalition = await makeCoalitionOf(app, {
    founder: ste,
    agreements,
    participants: [
      [{ groupId: forest.id }, 'Vecinas del norte'],
      [{ organisationId: radio.id }],
      [{ groupId: tide.id }],
    ],
  });
  await waitForJobs(app);
  const [inForest, inRadio, inTide] = coalition.participantIds as [string, string, string];
  return {
    ...{ ste, ana, bea, spo, ina, tea, eve, forest, radio, tide, coalition },
    ...{ inForest, inRadio, inTide, channelId: await channelOf(app, coalition) },
    /** The ids under which the people are known in their group or organisation. */
    forestId: (who: Person) => sourceIdOf(who, { groupId: forest.id }),
    radioId: (who: Person) => sourceIdOf(who, { organisationId: radio.id }),
    tideId: (who: Person) => sourceIdOf(who, { groupId: tide.id }),
  };
}
