import { SessionsService } from '#members/sessions/sessions.service.js';
import { StandingService } from '#members/standing.service.js';
import { HOUR, DAY } from '#kernel/clock.js';
import { SocketRegistry } from '#realtime/socket-registry.js';
import { RealtimeService } from '#realtime/realtime.service.js';
import { StaleSocketCloser } from '#realtime/stale-socket-closer.js';
import { useApp } from '../support/app/app.js';
import { nextNode } from '../support/app/next-node.js';
import { createPollingClient } from './polling-client.js';
import { waitForClose, closeAllSockets, openSocket } from '../support/app/sockets.js';
import { signInBrowser, makePeople } from '../support/factories/make-people.js';
import { waitUntil } from '../support/wait-until.js';

const NEWS = { subject: 'test', id: 'one' };

describe('socket connections', () => {
  const app = useApp();
  afterEach(closeAllSockets);

  const tell = (...accountIds: string[]) => app.get(RealtimeService).tell(accountIds, NEWS);

  describe('accepting a socket', () => {
    it.each(['websocket', 'polling'])(
      'a socket over %s is accepted for an account with a session, and receives its notices only',
      async (way) => {
        const { ada, ben } = await makePeople(app, { ada: 'member', ben: 'applicant' });
        const headers = { 'sec-fetch-site': 'same-origin' };
        const hers = await openSocket(ada, { transports: [way], headers });
        const his = await openSocket(ben, { transports: [way], headers });
        tell(ada.accountId);
        expect(await hers.until('news')).toEqual(NEWS);
        expect(his.frames).toEqual([]);
      },
    );

    it.each(['websocket', 'polling'])(
      'a socket over %s is accepted from our own pages only',
      async (way) => {
        const { ada } = await makePeople(app, { ada: 'member' });
        const foreign = [
          'https://evil.example',
          'null',
          '',
          `${app.origin}.evil.example`,
          app.origin.replace('127.0.0.1', 'localhost'),
          undefined,
        ];
        for (const origin of foreign) {
          await expect(openSocket(ada, { transports: [way], origin })).rejects.toThrow();
        }
        const crossSite = { 'sec-fetch-site': 'cross-site' };
        await expect(
          openSocket(ada, { transports: [way], origin: undefined, headers: crossSite }),
        ).rejects.toThrow();
        await expect(openSocket(ada, { transports: [way] })).resolves.toBeDefined();
      },
    );

    it('a socket is pinged less often on a device that saves data', async () => {
      const { ada } = await makePeople(app, { ada: 'member' });
      const headers = { 'sec-fetch-site': 'same-origin', cookie: ada.cookie! };
      const pingOf = async (query: string) => {
        const address = `${app.url}/realtime/?EIO=4&transport=polling${query}`;
        const opened = await (await fetch(address, { headers })).text();
        const { sid, pingInterval } = JSON.parse(opened.slice(1)) as {
          sid: string;
          pingInterval: number;
        };
        await createPollingClient(app.url).post(sid, '1', ada.cookie);
        return pingInterval;
      };
      expect([await pingOf(''), await pingOf('&saver=1'), await pingOf('&saver=0')]).toEqual([
        25_000, 60_000, 25_000,
      ]);
      const saving = await openSocket(ada, { query: { saver: '1' } });
      tell(ada.accountId);
      expect(await saving.until('news')).toEqual(NEWS);
    });

    it('a polling connection answers only requests of the session that opened it', async () => {
      const { ada, eve } = await makePeople(app, { ada: 'member', eve: 'member' });
      const phone = await signInBrowser(app, ada.accountId);
      const line = createPollingClient(nextNode(app).url);
      const sid = await line.open(ada.cookie);
      for (const cookie of [eve.cookie, phone.cookie, undefined]) {
        const absent = await line.answersTo('A'.repeat(20), app.origin, cookie);
        expect(absent).toMatchObject({ read: { status: 400 }, upgraded: 400 });
        expect(await line.answersTo(sid, app.origin, cookie)).toEqual(absent);
      }
      tell(ada.accountId);
      expect((await line.poll(ada.cookie, sid)).body).toContain('42["news"');
      await line.post(sid, '1', ada.cookie);
      const upgraded = await openSocket(ada, { transports: ['polling', 'websocket'] });
      const { engine } = upgraded.socket.io;
      await waitUntil('it is not upgraded', () => engine.transport.name === 'websocket');
    });

    it('a socket is closed if it names another account than that of its session', async () => {
      const { ada, eve } = await makePeople(app, { ada: 'member', eve: 'member' });
      const ear = await openSocket(eve, { auth: { account: ada.accountId } });
      expect(await ear.until('ended')).toEqual({ reason: 'other-account' });
      await waitForClose(ear);
      await expect(openSocket(ada, { auth: { account: ada.accountId } })).resolves.toBeDefined();
    });

    it('a socket is accepted only for an account with a live session and the right to live updates', async () => {
      const people = await makePeople(app, {
        ada: 'member',
        sus: 'suspended',
        loc: 'locked',
        fol: 'former',
      });
      const { ada, ...outside } = people;
      for (const person of Object.values(outside))
        await expect(openSocket(person)).rejects.toThrow();
      const unknown = `trama=${'A'.repeat(43)}`;
      for (const cookie of [undefined, 'trama=', unknown, `${ada.cookie}x`, 'trama=__proto__']) {
        await expect(openSocket({ app, cookie })).rejects.toThrow();
      }
      await app.get(SessionsService).end(ada.accountId, ada.sessionId);
      await expect(openSocket(ada)).rejects.toThrow();
    });
  });

  describe('closing a socket', () => {
    it('a socket is closed together with its session, while sockets of other sessions stay open', async () => {
      const { ada } = await makePeople(app, { ada: 'member' });
      const phone = { app, ...(await signInBrowser(app, ada.accountId)) };
      const [here, there] = [await openSocket(ada), await openSocket(phone)];
      const isClosed = waitForClose(there);
      await app.get(SessionsService).end(ada.accountId, phone.sessionId);
      expect(await isClosed).toBe('io server disconnect');
      expect(there.frames).toEqual([{ event: 'ended', body: { reason: 'signed-out' } }]);
      await expect(openSocket(phone)).rejects.toThrow();
      tell(ada.accountId);
      expect(await here.until('news')).toEqual(NEWS);
    });

    it('a socket is closed when the account is suspended', async () => {
      const { ada } = await makePeople(app, { ada: 'member' });
      const ear = await openSocket(ada);
      const isClosed = waitForClose(ear);
      await app.db.write(() => app.get(StandingService).suspend(ada.accountId, app.clock.in(DAY)));
      await isClosed;
      tell(ada.accountId);
      await expect(openSocket(ada)).rejects.toThrow();
      expect(ear.received('news')).toEqual([]);
    });

    it('a socket is closed when its session expires, because an open socket does not extend the session', async () => {
      const { ada, mo } = await makePeople(app, { ada: 'member', mo: 'moderator' });
      const [hers, theirs] = [await openSocket(ada), await openSocket(mo)];
      const isClosed = waitForClose(theirs);
      app.clock.move(HOUR);
      await app.get(StaleSocketCloser).closeEnded();
      await isClosed;
      expect(theirs.received('ended')).toEqual([{ reason: 'session-ended' }]);
      expect(hers.socket.connected).toBe(true);
      const isHersClosed = waitForClose(hers);
      app.clock.move(14 * DAY);
      await app.get(StaleSocketCloser).closeEnded();
      await isHersClosed;
    });

    it('the server keeps 20 sockets of one account open and closes the others', async () => {
      const { ada, ben } = await makePeople(app, { ada: 'member', ben: 'member' });
      const many = await Promise.all(Array.from({ length: 60 }, () => openSocket(ada)));
      const openOnes = () => many.filter(({ socket }) => socket.connected).length;
      await waitUntil('not 20 sockets stay open', () => openOnes() === 20);
      const gone = many.filter(({ socket }) => !socket.connected);
      expect(gone.every((ear) => ear.received('ended')[0]?.reason === 'too-many-sockets')).toBe(
        true,
      );
      await expect(openSocket(ben)).resolves.toBeDefined();
    });

    it('a socket is closed when its client sends too many events in spite of a warning', async () => {
      const { ada } = await makePeople(app, { ada: 'member' });
      const ear = await openSocket(ada);
      const answers = await Promise.all(Array.from({ length: 200 }, () => ear.emit('watch', {})));
      expect(answers).toContainEqual({ code: 'INVALID' });
      expect(answers.at(-1)).toEqual({ code: 'TOO_MANY' });
      const isClosed = waitForClose(ear);
      for (let n = 0; n < 1_000; n++) ear.socket.emit('watch', {});
      await isClosed;
      expect(ear.received('ended')).toEqual([{ reason: 'too-many-emits' }]);
    });
  });

  it('a socket is closed when its client does not read, so that memory use stays constant', async () => {
    const { ada, ben } = await makePeople(app, { ada: 'member', ben: 'member' });
    const [slow, quick] = [await openSocket(ada), await openSocket(ben)];
    const { transport } = slow.socket.io.engine as unknown as {
      transport: { ws: { _socket: { pause(): void } } };
    };
    transport.ws._socket.pause();
    const open = () => app.get(SocketRegistry).of(ada.accountId).length;
    expect(open()).toBe(1);
    const id = 'x'.repeat(10_000);
    for (let round = 0; open() > 0 && round < 200; round++) {
      for (let n = 0; n < 50; n++) {
        app.get(RealtimeService).tell([ada.accountId], { subject: 'test', id });
      }
      tell(ben.accountId);
      await new Promise((done) => setTimeout(done, 20));
    }
    expect(open()).toBe(0);
    expect(await quick.until('news')).toEqual(NEWS);
    expect(quick.socket.connected).toBe(true);
  });
});
