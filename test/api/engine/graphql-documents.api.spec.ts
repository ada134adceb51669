import { useApp } from '../../support/app/app.js';
import { apiAs, sendJson } from '../../support/app/client.js';
import { listTopics, makeChannelWithTopic } from '../../support/messages/topics.js';

const app = useApp();

it('a GraphQL document with one failing mutation executes the other one exactly once', async () => {
  const { ada, id } = await makeChannelWithTopic(app);
  const both = `mutation ($one: StartTopicInput!, $other: StartTopicInput!) {
    one: startTopic(input: $one) { id } other: startTopic(input: $other) { id } }`;
  const one = { channelId: id, name: 'Una vez' };
  const answer = await apiAs(ada).raw(both, { one, other: { ...one, name: '' } });
  expect(await answer.text()).toContain('"code":"INVALID"');
  const names = (await listTopics(ada, id)).topics.map(({ name }: { name: string }) => name);
  expect(names.filter((name: string) => name === 'Una vez')).toEqual(['Una vez']);
});

it('an `operationName` that is not in the document is rejected as INVALID', async () => {
  const { ada } = await makeChannelWithTopic(app);
  const query = 'query Mine { me { id } }';
  const asked = (operationName: string) =>
    sendJson(ada, '/graphql', { query, operationName }).then(async (answer) => [
      answer.status,
      (await answer.json()).errors?.[0].extensions,
    ]);
  expect(await asked('Mine')).toEqual([200, undefined]);
  expect(await asked('Others')).toEqual([400, { code: 'INVALID', reason: 'document' }]);
});
