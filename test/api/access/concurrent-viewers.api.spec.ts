import { useApp } from '../../support/app/app.js';
import { setAudience, makeVisibleProfile } from '../../support/factories/visible-profiles.js';
import { apiAs } from '../../support/app/client.js';
import { factories } from '../../support/factories/factories.js';
import { numberOfRuns } from '../../support/sampled-sweeps.js';
import { makePeople } from '../../support/factories/make-people.js';

const app = useApp({ TRAMA_WORKER: '0' });

const ROUNDS = numberOfRuns(50);
const PERSON = `query ($id: ID!) { person(id: $id) { name contact viewerCan } me { id } }`;
const CHANNEL = `query ($id: ID!) { channel(id: $id) { name viewerCan group { myRole viewerCan } meId } }`;

it('two viewers who request the same row at the same moment each get their own view', async () => {
  const { ana, eve, ste, bea } = await makePeople(app, {
    ...({ ana: 'member', eve: 'outsider', ste: 'steward', bea: 'member' } as const),
  });
  const { personId: id } = await makeVisibleProfile(ana);
  await setAudience(ana, 'onlyMe', ['contact']);
  const group = await factories.group(app, { steward: ste, members: [bea] });
  const channel = await factories.channel(app, { group });
  const own = await apiAs(ana).ask(PERSON, { id });
  const others = await apiAs(eve).ask(PERSON, { id });
  expect(own.person.contact).not.toBeNull();
  expect(others.person.contact).toBeNull();
  const held = await apiAs(ste).ask(CHANNEL, { id: channel.id });
  const read = await apiAs(bea).ask(CHANNEL, { id: channel.id });
  expect(held.channel.viewerCan).not.toEqual(read.channel.viewerCan);
  for (let round = 0; round < ROUNDS; round += 25) {
    const asked = Array.from({ length: 25 }, () => [
      apiAs(ana).ask(PERSON, { id }),
      apiAs(eve).ask(PERSON, { id }),
      apiAs(ste).ask(CHANNEL, { id: channel.id }),
      apiAs(bea).ask(CHANNEL, { id: channel.id }),
      apiAs(eve).code(CHANNEL, { id: channel.id }),
    ]);
    for (const answers of asked) {
      expect(await Promise.all(answers)).toEqual([own, others, held, read, 'NOT_FOUND']);
    }
  }
}, 120_000);
