import { type IncomingMessage, request } from 'node:http';

/** Creates a client of Engine.IO's polling protocol. Each request goes to one node, with a given cookie. */
export function createPollingClient(url: string) {
  const addressOf = (transport: string, sid?: string) =>
    `${url}/realtime/?EIO=4&transport=${transport}${sid ? `&sid=${sid}` : ''}`;
  const headersOf = (cookie: string | undefined) => ({
    'sec-fetch-site': 'same-origin',
    ...(cookie && { cookie }),
  });
  const send = async (cookie: string | undefined, sid?: string, body?: string) => {
    const method = body === undefined ? 'GET' : 'POST';
    const headers = headersOf(cookie);
    const answer = await fetch(addressOf('polling', sid), { method, headers, body: body ?? null });
    return { status: answer.status, body: await answer.text() };
  };
  const polling = {
    poll: (cookie: string | undefined, sid?: string) => send(cookie, sid),
    post: (sid: string, packet: string, cookie: string | undefined) => send(cookie, sid, packet),

    /** Requests the upgrade to WebSocket and returns the status. */
    upgrade(sid: string, origin: string, cookie: string | undefined): Promise<number> {
      const headers = {
        ...{ ...headersOf(cookie), origin, connection: 'Upgrade', upgrade: 'websocket' },
        'sec-websocket-version': '13',
        'sec-websocket-key': Buffer.alloc(16).toString('base64'),
      };
      return new Promise((done, fail) => {
        const asking = request(addressOf('websocket', sid), { headers, agent: false });
        asking.on('error', fail);
        const end = ({ statusCode }: IncomingMessage) => {
          done(statusCode!);
          asking.destroy();
        };
        asking.on('upgrade', end);
        asking.on('response', end);
        asking.end();
      });
    },
  };
  /** Polls until a response contains `text`. */
  const readUntil = async (text: string, cookie: string | undefined, sid: string) => {
    for (;;) {
      const { status, body } = await polling.poll(cookie, sid);
      if (status !== 200) throw new Error(`Reading the connection was answered ${status}`);
      if (body.includes(text)) return;
    }
  };
  return {
    ...polling,

    /** Opens a connection, joins the namespace and returns the connection's id. */
    async open(cookie: string | undefined): Promise<string> {
      const { sid } = JSON.parse((await polling.poll(cookie)).body.slice(1)) as { sid: string };
      await polling.post(sid, '40', cookie);
      await readUntil('40{"sid":', cookie, sid);
      return sid;
    },
    readUntil,

    /** Returns the answers to one request of each kind on the connection. */
    answersTo: async (sid: string, origin: string, cookie: string | undefined) => ({
      read: await polling.poll(cookie, sid),
      sent: await polling.post(sid, '42["unwatch",{}]', cookie),
      upgraded: await polling.upgrade(sid, origin, cookie),
    }),
  };
}
