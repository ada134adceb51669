import { type AddressInfo, createServer, type Socket } from 'node:net';

/** An SMTP server without TLS, for one test. */
export interface SmtpServer {
  readonly url: string;
  /** The raw mails that the server received, oldest first. */
  readonly mails: string[];
  /**
   * `answers`: accepts every mail. `silent`: accepts connections and never replies. `forgets`: accepts every mail, but
   * closes the connection before confirming it.
   */
  mode: 'answers' | 'silent' | 'forgets';
  close(): Promise<void>;
}

export async function startSmtpServer(): Promise<SmtpServer> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket.on('error', () => undefined).on('close', () => sockets.delete(socket)));
    if (smtp.mode !== 'silent') talk(socket, smtp);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const smtp: SmtpServer = {
    url: `smtp://127.0.0.1:${port}`,
    mails: [],
    mode: 'answers',
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((done) => server.close(done));
    },
  };
  return smtp;
}

function talk(socket: Socket, smtp: SmtpServer): void {
  let [waiting, isData] = ['', false];
  const say = (line: string) => socket.write(`${line}\r\n`);
  const take = (end: number, after: number) => {
    const text = waiting.slice(0, end);
    waiting = waiting.slice(after);
    return text;
  };
  const command = (line: string) => {
    isData = /^DATA/i.test(line);
    say(isData ? '354 go on' : '250 ok');
  };
  const received = (mail: string) => {
    isData = false;
    smtp.mails.push(mail);
    if (smtp.mode === 'forgets') socket.destroy();
    else say('250 taken');
  };
  say('220 here');
  socket.on('data', (bytes) => {
    waiting += bytes.toString('latin1');
    for (;;) {
      const mark = isData ? '\r\n.\r\n' : '\r\n';
      const end = waiting.indexOf(mark);
      if (end < 0) return;
      const text = take(end, end + mark.length);
      if (isData) received(text);
      else command(text);
    }
  });
}
