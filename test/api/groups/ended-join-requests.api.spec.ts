import { useApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import { factories } from '../../support/factories/factories.js';
import {
  ACCEPT_JOIN_REQUEST,
  ASK_TO_JOIN,
  LEAVE_GROUP,
  SET_PERSONA,
} from '../../support/factories/group-documents.js';
import { makePeople, type Person } from '../../support/factories/make-people.js';

const QUESTION = '¿Con quién trabajas?';
const ENDED = 'query ($id: ID!) { endedJoinRequests(groupId: $id) { name } }';

const app = useApp({ TRAMA_WORKER: '0' });

it('a steward reads no accepted request of a member who took another name in the group since then', async () => {
  const { ada, eve, fay } = await makePeople(app, {
    ...{ ada: 'steward', eve: 'outsider', fay: 'outsider' },
  });
  for (const who of [eve, fay]) await factories.profile(who);
  const { id: groupId } = await factories.group(app, { steward: ada, questions: [QUESTION] });
  const ended = async (who: Person): Promise<string[]> =>
    (await apiAs(who).ask(ENDED, { id: groupId })).endedJoinRequests.map(
      ({ name }: { name: string }) => name,
    );
  const membershipOf = async ({ accountId }: Person) => {
    const [row] = await app.db.query<{ id: string }>(
      'select id from membership where account_id = $1 and group_id = $2 and ended_at is null',
      [accountId, groupId],
    );
    return row!.id;
  };
  const answers = [{ question: QUESTION, answer: 'Con la radio.' }];
  const join = async (who: Person, said: object = {}) => {
    const input = { groupId, answers, ...said };
    const { id } = (await apiAs(who).ask(ASK_TO_JOIN, { input })).requestToJoin;
    await apiAs(ada).ask(ACCEPT_JOIN_REQUEST, { id });
  };
  await join(eve);
  await join(fay, { personaName: 'Marea' });
  expect((await ended(ada)).toSorted()).toEqual(['Marea', eve.name].toSorted());
  const membershipId = await membershipOf(eve);
  await apiAs(eve).ask(SET_PERSONA, { input: { membershipId, name: 'Bruma' } });
  expect(await ended(ada)).toEqual(['Marea']);
  expect(await ended(eve)).toEqual([eve.name]);
  // After they leave, the request would come back at the moment at which the other name is gone.
  for (const who of [eve, fay]) await apiAs(who).ask(LEAVE_GROUP, { id: await membershipOf(who) });
  expect(await ended(ada)).toEqual(['Marea']);
  app.clock.move(1_000);
  await join(fay);
  expect(await ended(ada)).toEqual([fay.name]);
  expect(await ended(fay)).toHaveLength(2);
});
