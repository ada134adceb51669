import { connect, type Socket } from 'node:net';
import { SessionsService } from '#members/sessions/sessions.service.js';
import { makeVisibleProfile } from '../../support/factories/visible-profiles.js';
import { useApp } from '../../support/app/app.js';
import {
  animationOfFrames,
  decompressionBomb,
  storedFilePaths,
  greenPicture,
  uploadPicture,
} from '../../support/app/test-pictures.js';
import { type Person, makePeople } from '../../support/factories/make-people.js';

describe('the upload of a profile picture', () => {
  const app = useApp({ TRAMA_UPLOAD_SECONDS: '10' });
  let ada: Person;
  beforeAll(async () => {
    ({ ada } = await makePeople(app, { ada: 'member' }));
    await makeVisibleProfile(ada);
  });
  afterEach(() => app.db.query('delete from rate_limit'));

  const picture = () => greenPicture().png().toBuffer();

  it.each([
    ['an SVG', '<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'],
    ['an HTML page', '<!doctype html><script>alert(1)</script>'],
    ['a PDF', '%PDF-1.7\n1 0 obj\n'],
    ['a ZIP archive', 'PK\x03\x04\x14\x00\x00\x00'],
    ['a TIFF', 'II*\0\x08\0\0\0'],
    ['an empty file', ''],
  ])('rejects %s by its content', async (_what, text) => {
    expect(await uploadPicture(ada, Buffer.from(text, 'latin1'))).toEqual({
      ...{ status: 400, code: 'INVALID', reason: 'upload.notAPicture' },
    });
    expect(storedFilePaths(ada)).toEqual([]);
  });

  it('rejects a decompression bomb, too many pixels and an incomplete file with a reason', async () => {
    const noise = Buffer.from('GIF89a<script>alert(1)</script>');
    const jpeg = await greenPicture(900, 900).jpeg().toBuffer();
    for (const bytes of [decompressionBomb(), noise, jpeg.subarray(0, jpeg.length / 2)]) {
      expect(await uploadPicture(ada, bytes)).toEqual({
        ...{ status: 400, code: 'INVALID', reason: 'upload.unreadable' },
      });
    }
    expect(storedFilePaths(ada)).toEqual([]);
    const frames = await uploadPicture(ada, await animationOfFrames(100_000));
    expect([200, 400]).toContain(frames.status);
  });

  it('rejects a file that is too large, by its length header or while the bytes arrive', async () => {
    const most = 8 * 1024 * 1024;
    const large = Buffer.concat([await picture(), Buffer.alloc(most)]);
    const tooLarge = { status: 400, code: 'INVALID', reason: 'upload.tooLarge' };
    expect(await uploadPicture(ada, large)).toEqual(tooLarge);
    const { answer } = await dribble(ada, (socket) => {
      const some = Buffer.alloc(64 * 1024);
      const line = `${some.length.toString(16)}\r\n`;
      const more = () => {
        while (!socket.destroyed && socket.write(Buffer.concat([Buffer.from(line), some, CRLF])));
      };
      socket.on('drain', more);
      more();
    });
    expect(await answer).toContain('upload.tooLarge');
  });

  it('is aborted when it takes too long, and then does not block the next upload', async () => {
    const slow = await dribble(ada, (socket) => socket.write('1\r\nx\r\n'));
    const at = await uploadPicture(ada, await picture());
    expect(at).toMatchObject({ status: 429, reason: 'upload.oneAtATime' });
    expect(await slow.answer).toContain('upload.tooSlow');
    expect(await uploadPicture(ada, await picture())).toMatchObject({ status: 200 });
  });

  it('stores nothing when the client disconnects or the session ends during the upload', async () => {
    const before = storedFilePaths(ada);
    const gone = await dribble(ada, (socket) => socket.write('1\r\nx\r\n'));
    gone.socket.destroy();
    await gone.answer;
    const { eve } = await makePeople(app, { eve: 'outsider' });
    await makeVisibleProfile(eve);
    const bytes = await picture();
    const { answer } = await dribble(
      eve,
      async (socket) => {
        await app.db.write(() => app.get(SessionsService).endAll(eve.accountId, 'signed-out'));
        socket.write(Buffer.concat([Buffer.from(`${bytes.length.toString(16)}\r\n`), bytes, CRLF]));
        socket.write('0\r\n\r\n');
      },
      ['Connection: close'],
    );
    expect(await answer).toMatch(/^HTTP\/1.1 40[01] /);
    expect(storedFilePaths(ada)).toEqual(before);
  });

  it('is limited to thirty per hour', async () => {
    const one = Buffer.from('x');
    for (let at = 0; at < 30; at += 1) {
      expect((await uploadPicture(ada, one)).reason).toBe('upload.notAPicture');
    }
    expect(await uploadPicture(ada, one)).toMatchObject({ status: 429, reason: 'upload.tooMany' });
  });

  it('accepts only its own content type, which every other endpoint rejects', async () => {
    const json = { 'content-type': 'application/json' };
    expect(await uploadPicture(ada, Buffer.from('{}'), json)).toMatchObject({ status: 400 });
    const { status } = await fetch(`${app.url}/auth/export`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream', origin: app.origin },
      body: 'x',
    });
    expect(status).toBe(415);
  });
});

const CRLF = Buffer.from('\r\n');

/**
 * Begins a chunked upload; `work` sends the chunks once the server has accepted it. `answer` resolves to the raw
 * response.
 */
async function dribble(
  { app, cookie }: Person,
  work: (socket: Socket) => unknown,
  more: readonly string[] = [],
) {
  const socket = connect(Number(new URL(app.url).port), '127.0.0.1');
  const answer = new Promise<string>((done) => {
    let text = '';
    socket.on('data', (chunk) => (text += String(chunk)));
    socket.on('error', () => undefined);
    socket.on('close', () => done(text));
  });
  await new Promise((done) => socket.once('connect', done));
  const head = [
    ...['POST /uploads/avatar HTTP/1.1', `Host: ${new URL(app.url).host}`, `Origin: ${app.origin}`],
    ...[`Cookie: ${cookie}`, 'Content-Type: application/octet-stream'],
    ...['Transfer-Encoding: chunked', ...more],
  ];
  socket.write(`${head.join('\r\n')}\r\n\r\n`);
  await new Promise((done) => setTimeout(done, 300));
  await work(socket);
  return { socket, answer };
}
