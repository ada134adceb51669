import { useApp } from '../../support/app/app.js';
import { apiAs, type Requester } from '../../support/app/client.js';
import {
  answerDocument,
  requestIntroduction,
  makeVisiblePair,
} from '../../support/factories/introductions.js';
import { waitForJobs } from '../../support/app/wait-for-jobs.js';

const PERSON = '{ id conversationId viewerCan }';
const READ = `query ($id: ID!) { person(id: $id) ${PERSON} }`;
const AS_ALLY = `{ viewAs(input: { as: ally }) ${PERSON} }`;
const CHANNELS = '{ channels { id allyId } }';
const END = 'mutation ($personId: ID!) { endAlliance(personId: $personId) }';

describe('the conversation between two allies', () => {
  const app = useApp();

  const conversation = async (viewer: Requester, id: string): Promise<string | null> =>
    (await apiAs(viewer).ask(READ, { id })).person.conversationId;

  it("is linked from each ally's profile, for the other ally alone, while the alliance lasts", async () => {
    const { ada, ben, eve, adaShown, benShown } = await makeVisiblePair(app);
    const { id } = await requestIntroduction(ada, benShown);
    const [adasId, bensId] = [adaShown.personId, benShown.personId];
    expect([await conversation(ada, bensId), await conversation(ben, adasId)]).toEqual([
      null,
      null,
    ]);

    await apiAs(ben).ask(answerDocument('accept'), { id });
    await waitForJobs(app);
    const channelId = await conversation(ada, bensId);
    expect(channelId).not.toBeNull();
    expect(await conversation(ben, adasId)).toBe(channelId);
    expect((await apiAs(ada).ask(CHANNELS)).channels).toEqual([{ id: channelId, allyId: bensId }]);
    expect(await conversation(eve, bensId)).toBeNull();
    expect((await apiAs(ada).ask(AS_ALLY)).viewAs.conversationId).toBeNull();

    await apiAs(ben).ask(END, { personId: adasId });
    expect([await conversation(ada, bensId), await conversation(ben, adasId)]).toEqual([
      null,
      null,
    ]);
  });
});
