import { useApp } from '../support/app/app.js';
import { apiAs } from '../support/app/client.js';
import {
  BRING_BACK_CONVERSATION,
  conversationOf,
  END_ALLIANCE,
  PUT_AWAY_CONVERSATION,
} from '../support/messages/conversations.js';
import { makeVisiblePair } from '../support/factories/introductions.js';
import { waitForJobs } from '../support/app/wait-for-jobs.js';
import { closeAllSockets, openSocket } from '../support/app/sockets.js';
import { makeAllies } from '../support/factories/two-person-acts.js';
import { pause, post } from './group-chat.js';

const DELETE = 'mutation ($id: ID!) { deleteMessage(messageId: $id) { id } }';
/** Longer than the interval between change notices of a channel. */
const NEWS_MS = 1_500;

const app = useApp();
afterEach(closeAllSockets);

it('the end of an alliance notifies both allies, and the server sends nothing of the conversation afterwards', async () => {
  const { ada, ben, benShown } = await makeVisiblePair(app);
  await makeAllies(app, ada, ben);
  await waitForJobs(app);
  const channel = await conversationOf(ada);
  const ears = [await openSocket(ada), await openSocket(ben)] as const;
  for (const one of ears) expect(await one.emit('watch', { channel })).toEqual({ ok: true });
  const said = await post(ben, channel, 'Antes');
  for (const one of ears) await one.until('message');

  await apiAs(ada).ask(END_ALLIANCE, { personId: benShown.personId });
  const isOf = (subject: string) => (body: { subject: string; id: string }) =>
    body.subject === subject && body.id === channel;
  for (const one of ears) {
    await one.until('news', isOf('channel'));
    await one.until('news', isOf('channels'));
    expect(await one.emit('watch', { channel })).toEqual({ code: 'FORBIDDEN' });
  }
  await waitForJobs(app);
  const heard = () => ears.map(({ frames }) => frames.length);
  const before = heard();

  await apiAs(ben).ask(DELETE, { id: said.id });
  await waitForJobs(app);
  await pause(NEWS_MS);
  expect(heard()).toEqual(before);

  await apiAs(ben).ask(PUT_AWAY_CONVERSATION, { id: channel });
  await ears[1].until('news', isOf('channels'));
  expect(await ears[1].emit('watch', { channel })).toEqual({ code: 'NOT_FOUND' });
  await apiAs(ben).ask(BRING_BACK_CONVERSATION, { id: channel });
  await waitForJobs(app);
  await pause(NEWS_MS);
  expect(heard()[0]).toBe(before[0]);
  expect(heard()[1]).toBe(before[1]! + 2);

  await makeAllies(app, ada, ben);
  await waitForJobs(app);
  for (const one of ears) expect(await one.emit('watch', { channel })).toEqual({ ok: true });
  await post(ada, channel, 'Después');
  await ears[1].until('message', ({ body }) => body === 'Después');
});
