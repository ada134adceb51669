import { makeVisibleProfile } from '../support/factories/visible-profiles.js';
import { useApp } from '../support/app/app.js';
import { apiAs } from '../support/app/client.js';
import { factories } from '../support/factories/factories.js';
import {
  matterDocument,
  matterOf,
  postText,
  reportSubject,
} from '../support/factories/moderation-documents.js';
import { waitForJobs } from '../support/app/wait-for-jobs.js';
import { closeAllSockets, openSocket } from '../support/app/sockets.js';
import { makePeople } from '../support/factories/make-people.js';

const app = useApp();
afterEach(closeAllSockets);

/** Ada reports a message that Ben wrote in a hidden group of which Eve is the steward. */
async function written() {
  const people = await makePeople(app, {
    ...({ ada: 'member', ben: 'member', eve: 'member', out: 'member', mo: 'moderator' } as const),
  });
  const { ada, ben, eve } = people;
  for (const one of Object.values(people)) await makeVisibleProfile(one);
  const group = await factories.group(app, { steward: eve, members: [ada, ben], isListed: false });
  const channel = await factories.channel(app, { group });
  return { ...people, channel, said: await postText(ben, channel.id, 'qzdichoqz') };
}

it('a moderator assigned to a report receives nothing from the channel of the reported message', async () => {
  const { ada, ben, mo, channel, said } = await written();
  const id = await matterOf(mo, await reportSubject(ada, 'Message', said));
  await apiAs(mo).ask(matterDocument('claimMatter'), { id });
  const [ear, inside] = [await openSocket(mo), await openSocket(ada)];
  expect(await ear.emit('watch', { channel: channel.id })).toEqual({ code: 'NOT_FOUND' });
  await inside.emit('watch', { channel: channel.id });
  await postText(ben, channel.id, 'qzdespuésqz');
  await inside.until('message', (body) => JSON.stringify(body).includes('qzdespuésqz'));
  await waitForJobs(app);
  const heard = JSON.stringify(ear.frames);
  for (const trace of ['qzdichoqz', 'qzdespuésqz', channel.id]) expect(heard).not.toContain(trace);
});

it('neither the reported person, the steward nor another member is notified of a report or of its moderator', async () => {
  const { ada, ben, eve, out, mo, channel, said } = await written();
  const outside = [await openSocket(ben), await openSocket(eve), await openSocket(out)];
  for (const ear of outside.slice(0, 2)) await ear.emit('watch', { channel: channel.id });
  const desk = await openSocket(mo);
  await waitForJobs(app);
  const before = outside.map((ear) => ear.frames.length);
  const id = await matterOf(mo, await reportSubject(ada, 'Message', said, 'qznotaqz'));
  await desk.until(
    'news',
    (body) => body.subject === 'matter' || JSON.stringify(body).includes(id),
  );
  await apiAs(mo).ask(matterDocument('claimMatter'), { id });
  await apiAs(mo).ask(matterDocument('closeMatter'), { id });
  await waitForJobs(app);
  expect(outside.map((ear) => ear.frames.length)).toEqual(before);
});
