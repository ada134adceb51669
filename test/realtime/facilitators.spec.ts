import { useApp } from '../support/app/app.js';
import { apiAs } from '../support/app/client.js';
import { closeAllSockets, openSocket } from '../support/app/sockets.js';
import { END_FACILITATION, MAKE_FACILITATOR } from '../support/factories/group-documents.js';
import { PIN_MESSAGE, pinInput } from '../support/messages/message-documents.js';
import { makeGroupChat, personOnNode, post } from './group-chat.js';

const MEMBERS = 'query ($id: ID!) { groupMembers(groupId: $id) { items { id name } } }';

const app = useApp();
afterEach(closeAllSockets);

it('on every node an ended facilitator loses the right before the steward has the answer, and their open pages are notified', async () => {
  const { ste, ana, bea, group, channel } = await makeGroupChat(app);
  const [here, there] = [app.nodes[0]!, app.nodes.at(-1)!];
  const { groupMembers } = await apiAs(ste).ask(MEMBERS, { id: group.id });
  const id = groupMembers.items.find(({ name }) => name === 'ana')!.id;
  const [one, other] = [personOnNode(here, ana), personOnNode(there, ana)];
  const ears = [await openSocket(one), await openSocket(other)];
  for (const ear of ears) expect(await ear.emit('watch', { channel })).toEqual({ ok: true });
  const said = await post(bea, channel, 'canary');
  const pins = (isPinned: boolean) =>
    Promise.all(
      [one, other].map((who) => apiAs(who).code(PIN_MESSAGE, pinInput(said.id, isPinned))),
    );
  expect(await pins(true)).toEqual(['FORBIDDEN', 'FORBIDDEN']);

  const isOfGroup = (news: Record<string, unknown>) => news['subject'] === 'group';
  const noticesOf = () => ears.map((ear) => ear.received('news').filter(isOfGroup).length);
  await apiAs(personOnNode(there, ste)).ask(MAKE_FACILITATOR, { id });
  expect(await pins(true)).toEqual(['OK', 'OK']);
  for (const ear of ears) await ear.until('news', isOfGroup);
  const before = noticesOf();

  await apiAs(personOnNode(here, ste)).ask(END_FACILITATION, { id });
  expect(await pins(false)).toEqual(['FORBIDDEN', 'FORBIDDEN']);
  for (const [at, ear] of ears.entries())
    await ear.until('news', (news) => isOfGroup(news) && noticesOf()[at]! > before[at]!);
  await post(bea, channel, 'canary dos');
  for (const ear of ears) await ear.until('message', ({ body }) => body === 'canary dos');
});
