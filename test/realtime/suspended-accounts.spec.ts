import { readFileSync } from 'node:fs';
import { MINUTE, HOUR } from '#kernel/clock.js';
import { SigninJobs } from '#signin/signin.jobs.js';
import { RealtimeService } from '#realtime/realtime.service.js';
import { useApp } from '../support/app/app.js';
import { apiAs } from '../support/app/client.js';
import { extendSessions } from '../support/factories/introductions.js';
import { CookieJar, TEST_PASSWORD, setTestPassword } from '../support/app/test-password.js';
import {
  matterDocument,
  sanctionReason,
  makeReportedProfile,
  SUSPEND_REPORTED,
} from '../support/factories/moderation-documents.js';
import { requestRemoval } from '../support/factories/removals.js';
import {
  waitForClose,
  type TestSocket,
  type ReceivedFrame,
  closeAllSockets,
  openSocket,
} from '../support/app/sockets.js';
import { twoPersonActions } from '../support/factories/two-person-acts.js';
import { signInBrowser, type Person } from '../support/factories/make-people.js';
import { repositoryPath } from '../support/repository.js';

const DELETE =
  'mutation ($input: PasswordInput!) { deleteAccount(input: $input) { deletionDueAt } }';
const LOCK = `update account set standing = 'locked' where id = $1`;
const DOORS = repositoryPath('test/laws/doors.txt');

/** The server disconnects a suspended, deleted or locked account at once, and refuses every handshake of it. */
const app = useApp();
afterEach(closeAllSockets);

/** Ben opens sockets in two browsers, over WebSocket and over polling. Other people can then act against him. */
async function open() {
  const people = await makeReportedProfile(app);
  const { ben, mo } = people;
  await setTestPassword(app, ben);
  await extendSessions(ben, mo);
  const phone = { app, ...(await signInBrowser(app, ben.accountId)) };
  const ears = [
    await openSocket(ben),
    await openSocket(phone),
    await openSocket(phone, { transports: ['polling'] }),
  ];
  await extendSessions(ben);
  return { ...people, phone, ears, areClosed: Promise.all(ears.map(waitForClose)) };
}

type Out = Awaited<ReturnType<typeof open>>;

const tell = ({ accountId }: Person) =>
  app.get(RealtimeService).tell([accountId], { subject: 'test', id: 'canary' });

/**
 * Recognises the notice to a person who may still sign in. The server sends it during the moderator's request, so on
 * another node it may arrive before the disconnection.
 */
const isNotice = ({ event, body }: ReceivedFrame) => event === 'news' && body.subject === 'notice';

/**
 * Tries every kind of handshake, with the clock moved up to ten minutes: with the earlier cookies and after signing in
 * again.
 */
async function staysOut({ ben, phone, ears }: Out, maySignIn: boolean) {
  for (let minutes = 0; minutes <= 10; minutes += 2) {
    const jar = new CookieJar(app);
    expect((await jar.signIn(ben.email)).ok).toBe(maySignIn);
    for (const transports of [['websocket'], ['polling']]) {
      for (const who of [ben, phone, jar, { app }]) {
        await expect(openSocket(who, { transports })).rejects.toThrow();
      }
    }
    tell(ben);
    app.clock.move(2 * MINUTE);
  }
  const isAllowed = (frame: ReceivedFrame) =>
    frame.event === 'ended' || (maySignIn && isNotice(frame));
  const late = ears.flatMap(({ frames }: TestSocket) =>
    frames.filter((frame) => !isAllowed(frame)),
  );
  expect(late).toEqual([]);
  app.clock.move(-12 * MINUTE);
}

it('a suspended account is disconnected before the moderator’s request is answered, and may sign in only to read the reason', async () => {
  const out = await open();
  const { mo, id, ears, areClosed } = out;
  await apiAs(mo).ask(matterDocument('claimMatter'), { id });
  for (const { frames } of ears) frames.length = 0;
  await apiAs(mo).ask(SUSPEND_REPORTED, { input: { matterId: id, hours: 1, ...sanctionReason() } });
  tell(out.ben);
  await areClosed;
  // The account may sign in to read the reason and to appeal, but gets no live updates.
  await staysOut(out, true);
});

it('a removed account is disconnected when the second moderator approves, and may sign in only to appeal', async () => {
  const out = await open();
  const { mo, ma, id, ears, areClosed } = out;
  await apiAs(mo).ask(matterDocument('claimMatter'), { id });
  const asked = await requestRemoval(mo, id);
  for (const { frames } of ears) frames.length = 0;
  expect(ears.map(({ socket }) => socket.connected)).toEqual([true, true, true]);
  await twoPersonActions(ma).approve(asked.id, asked.hash);
  tell(out.ben);
  await areClosed;
  // The account may sign in until the appeal is over, but gets no live updates.
  await staysOut(out, true);
});

it('a deleted account is disconnected, and nobody can sign in to it', async () => {
  const out = await open();
  const { ben, ears, areClosed } = out;
  await apiAs(ben).ask(DELETE, { input: { password: TEST_PASSWORD } });
  // The owner is still signed in and can undo the deletion for 72 hours.
  expect(ears.map(({ socket }) => socket.connected)).toEqual([true, true, true]);
  app.clock.move(73 * HOUR);
  for (const { frames } of ears) frames.length = 0;
  await app.get(SigninJobs).deleteAccountsThatAreDue();
  tell(ben);
  await areClosed;
  await staysOut(out, false);
  app.clock.move(-73 * HOUR);
});

it('no endpoint locks an account yet, and every handshake of a locked account is refused', async () => {
  const doors = readFileSync(DOORS, 'utf8').split('\n');
  expect(doors.length).toBeGreaterThan(100);
  // If the API gets an endpoint that locks accounts, test it in this file.
  expect(doors.filter((door) => /\b(un)?(lock|panic|freeze)/i.test(door))).toEqual([]);
  const out = await open();
  await app.db.query(LOCK, [out.ben.accountId]);
  for (const { socket } of out.ears) socket.disconnect();
  await staysOut(out, false);
});
