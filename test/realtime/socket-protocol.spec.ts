import { RealtimeService } from '#realtime/realtime.service.js';
import { useApp } from '../support/app/app.js';
import { send } from '../support/app/client.js';
import { closeAllSockets, openSocket } from '../support/app/sockets.js';
import { makePeople } from '../support/factories/make-people.js';

const NEWS = { subject: 'test', id: 'one' };

describe('the socket protocol', () => {
  const app = useApp();
  afterEach(closeAllSockets);

  const tell = (...accountIds: string[]) => app.get(RealtimeService).tell(accountIds, NEWS);

  describe('client events', () => {
    it('a client event gets the answer INVALID for a malformed room', async () => {
      const { ada } = await makePeople(app, { ada: 'member' });
      const ear = await openSocket(ada);
      const malformed = [
        null,
        undefined,
        0,
        'channel',
        [],
        {},
        { channel: null },
        { channel: {} },
        { channel: ['a'] },
        { channel: 'a'.repeat(65) },
        { channel: 'a', account: 'b' },
        { room: 'a' },
        { account: ada.accountId },
        { session: ada.sessionId },
        JSON.parse('{"__proto__":"a"}'),
        { constructor: 'a' },
        Buffer.from('channel'),
        { channel: Buffer.from('a') },
        deep(2_000),
      ];
      for (const body of malformed) {
        expect(await ear.emit('watch', body)).toEqual({ code: 'INVALID' });
        expect(await ear.emit('unwatch', body)).toEqual({ code: 'INVALID' });
      }
      expect(await ear.emit('watch', { channel: 'a' }, { channel: 'b' })).toEqual({
        code: 'INVALID',
      });
      expect(await ear.emit('watch')).toEqual({ code: 'INVALID' });
    });

    it('every client event except watch and unwatch is dropped, and the connection stays open', async () => {
      const { ada, ben } = await makePeople(app, { ada: 'member', ben: 'member' });
      const [ear, other] = [await openSocket(ada), await openSocket(ben)];
      const names = [
        '__proto__',
        'constructor',
        'toString',
        'error',
        'message',
        'news',
        'join',
        'ended',
        '',
      ];
      for (const name of names) ear.socket.emit(name, { channel: 'a' }, { reason: 'x' });
      ear.socket.emit('x'.repeat(10_000));
      expect(await ear.emit('watch', {})).toEqual({ code: 'INVALID' });
      expect(other.frames).toEqual([]);
    });

    it.each([
      ['a text of a megabyte', (raw: Raw) => raw.send(`42["watch","${'a'.repeat(1 << 20)}"]`)],
      ['a binary megabyte', (raw: Raw) => raw.send(Buffer.alloc(1 << 20))],
      [
        'ten thousand attachments to come',
        (raw: Raw) => raw.send('4510000-["watch",{"_placeholder":true,"num":0}]'),
      ],
      [
        'an attachment that is nowhere',
        (raw: Raw) => raw.send('451-["watch",{"_placeholder":true,"num":99}]'),
      ],
      ['a reserved event', (raw: Raw) => raw.send('42["disconnect"]')],
      ['no JSON', (raw: Raw) => raw.send('42["watch",{')],
      ['no packet', (raw: Raw) => raw.send('9')],
      ['nothing', (raw: Raw) => raw.send('')],
    ])('the server keeps working after a client sends %s', async (_title, attack) => {
      const { ada, ben } = await makePeople(app, { ada: 'member', ben: 'member' });
      const [ear, other] = [await openSocket(ada), await openSocket(ben)];
      const { transport } = ear.socket.io.engine as unknown as { transport: { ws: Raw } };
      attack(transport.ws);
      tell(ben.accountId);
      expect(await other.until('news')).toEqual(NEWS);
      expect(await other.emit('watch', {})).toEqual({ code: 'INVALID' });
      expect((await send({ app }, '/health/live')).status).toBe(200);
    });

    it('the server offers no other namespace', async () => {
      const { ada } = await makePeople(app, { ada: 'member' });
      const ear = await openSocket(ada);
      const other = ear.socket.io.socket('/admin');
      const error = await new Promise<Error>((resolve) => other.once('connect_error', resolve));
      expect(error.message).toBe('Invalid namespace');
    });
  });
});

interface Raw {
  send(data: string | Buffer): void;
}

function deep(levels: number): object {
  let body: object = {};
  for (let n = 0; n < levels; n++) body = { a: body };
  return { channel: body };
}
