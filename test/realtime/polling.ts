import { type IncomingMessage, request } from 'node:http';

/** Requests of Engine.IO's polling protocol to one node, each with the cookie that it is given. */
export function pollingOf(url: string) {
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
  return {
    poll: (cookie: string | undefined, sid?: string) => send(cookie, sid),
    post: (sid: string, packet: string, cookie: string | undefined) => send(cookie, sid, packet),

    /** The status with which the upgrade of a connection to WebSocket is answered. */
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
}
