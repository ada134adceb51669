import { readFileSync } from 'node:fs';
import { MINUTE, HOUR } from '#kernel/clock.js';
import { Housekeeping } from '#signin/sessions/housekeeping.handlers.js';
import { RealtimeService } from '#realtime/realtime.service.js';
import { useApp } from '../support/app/app.js';
import { as } from '../support/app/client.js';
import { stay } from '../support/factories/introductions.js';
import { Jar, PASSWORD, withPassword } from '../support/app/passwords.js';
import { act, because, reported, SUSPEND } from '../support/factories/reports.js';
import { askRemoval } from '../support/factories/removals.js';
import {
  closed,
  type TestSocket,
  type Frame,
  closeAllSockets,
  listen,
} from '../support/app/sockets.js';
import { twoPerson } from '../support/factories/two-person.js';
import { browser, type Person } from '../support/factories/world.js';
import { pathOf } from '../support/repository.js';

const DELETE =
  'mutation ($input: PasswordInput!) { deleteAccount(input: $input) { deletionDueAt } }';
const LOCK = `update account set standing = 'locked' where id = $1`;
const DOORS = pathOf('test/laws/doors.txt');

/** D8: whoever is suspended, deleted or locked is shut out at once, and no handshake lets them in again. */
const app = useApp();
afterEach(closeAllSockets);

/** Ben, with sockets open from two browsers and both ways, and those who can act about him. */
async function open() {
  const people = await reported(app);
  const { ben, mo } = people;
  await withPassword(app, ben);
  await stay(ben, mo);
  const phone = { app, ...(await browser(app, ben.accountId)) };
  const ears = [
    await listen(ben),
    await listen(phone),
    await listen(phone, { transports: ['polling'] }),
  ];
  await stay(ben);
  return { ...people, phone, ears, areClosed: Promise.all(ears.map(closed)) };
}

type Out = Awaited<ReturnType<typeof open>>;

const tell = ({ accountId }: Person) =>
  app.get(RealtimeService).tell([accountId], { subject: 'test', id: 'canary' });

/** That there is a notice for whoever may sign in to read it is told beside the act: at another node it may come first. */
const isNotice = ({ event, body }: Frame) => event === 'news' && body.subject === 'notice';

/** For ten minutes each way in is tried: with the cookies of before, and by signing in anew. */
async function staysOut({ ben, phone, ears }: Out, maySignIn: boolean) {
  for (let minutes = 0; minutes <= 10; minutes += 2) {
    const jar = new Jar(app);
    expect((await jar.signIn(ben.email)).ok).toBe(maySignIn);
    for (const transports of [['websocket'], ['polling']]) {
      for (const who of [ben, phone, jar, { app }]) {
        await expect(listen(who, { transports })).rejects.toThrow();
      }
    }
    tell(ben);
    app.clock.move(2 * MINUTE);
  }
  const isAllowed = (frame: Frame) => frame.event === 'ended' || (maySignIn && isNotice(frame));
  const late = ears.flatMap(({ frames }: TestSocket) =>
    frames.filter((frame) => !isAllowed(frame)),
  );
  expect(late).toEqual([]);
  app.clock.move(-12 * MINUTE);
}

it('who is suspended is out before the moderator is answered, and only told why at the door', async () => {
  const out = await open();
  const { mo, id, ears, areClosed } = out;
  await as(mo).ask(act('claimMatter'), { id });
  for (const { frames } of ears) frames.length = 0;
  await as(mo).ask(SUSPEND, { input: { matterId: id, hours: 1, ...because() } });
  tell(out.ben);
  await areClosed;
  // They sign in to read why and to appeal; no live news is for them.
  await staysOut(out, true);
});

it('who is removed for good is out with the second person’s yes, and finds only what they may appeal', async () => {
  const out = await open();
  const { mo, ma, id, ears, areClosed } = out;
  await as(mo).ask(act('claimMatter'), { id });
  const asked = await askRemoval(mo, id);
  for (const { frames } of ears) frames.length = 0;
  expect(ears.map(({ socket }) => socket.connected)).toEqual([true, true, true]);
  await twoPerson(ma).approve(asked.id, asked.hash);
  tell(out.ben);
  await areClosed;
  // For as long as they may appeal they sign in to read why; no live news is for them.
  await staysOut(out, true);
});

it('whose account is deleted is out with it, and there is nobody left to sign in', async () => {
  const out = await open();
  const { ben, ears, areClosed } = out;
  await as(ben).ask(DELETE, { input: { password: PASSWORD } });
  // For 72 hours it can be undone, by the owner, who is in.
  expect(ears.map(({ socket }) => socket.connected)).toEqual([true, true, true]);
  app.clock.move(73 * HOUR);
  for (const { frames } of ears) frames.length = 0;
  await app.get(Housekeeping).deleteAccountsThatAreDue();
  tell(ben);
  await areClosed;
  await staysOut(out, false);
  app.clock.move(-73 * HOUR);
});

it('nobody can lock themself or another yet; who is locked is let in nowhere', async () => {
  const doors = readFileSync(DOORS, 'utf8').split('\n');
  expect(doors.length).toBeGreaterThan(100);
  // Once there is one, its test belongs here, beside the others.
  expect(doors.filter((door) => /\b(un)?(lock|panic|freeze)/i.test(door))).toEqual([]);
  const out = await open();
  await app.db.query(LOCK, [out.ben.accountId]);
  for (const { socket } of out.ears) socket.disconnect();
  await staysOut(out, false);
});
