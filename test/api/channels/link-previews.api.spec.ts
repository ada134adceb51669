import { lookup } from 'node:dns';
import dns from 'node:dns';
import net from 'node:net';
import { apiAs } from '../../support/app/client.js';
import { useApp } from '../../support/app/app.js';
import {
  EDIT_MESSAGE,
  pinInput,
  PIN_MESSAGE,
  sendMessage,
  makeChannelWithMessage,
} from '../../support/messages/message-documents.js';
import { waitForMessageIndex, foundTexts } from '../../support/messages/message-search.js';
import { waitForJobs } from '../../support/app/wait-for-jobs.js';

const app = useApp();

const INSIDE = /^(127\.\d+\.\d+\.\d+|::1|localhost)$/;

/** Returns every host that this process connected to or resolved while `work` ran, except Unix sockets. */
async function reached(work: () => Promise<unknown>): Promise<string[]> {
  const hosts: string[] = [];
  const connect = net.Socket.prototype.connect;
  const asked = dns.lookup;
  net.Socket.prototype.connect = function (this: net.Socket, ...args: unknown[]) {
    const [first] = (Array.isArray(args[0]) ? args[0] : args) as [
      { host?: string; path?: string } | number,
    ];
    if (typeof first === 'object' && !first.path) hosts.push(first.host ?? 'localhost');
    if (typeof first === 'number') hosts.push(String((args as unknown[])[1] ?? 'localhost'));
    return Reflect.apply(connect, this, args) as net.Socket;
  } as typeof connect;
  dns.lookup = ((host: string, ...rest: unknown[]) => {
    hosts.push(host);
    return Reflect.apply(asked, dns, [host, ...rest]);
  }) as typeof lookup;
  try {
    await work();
  } finally {
    net.Socket.prototype.connect = connect;
    dns.lookup = asked;
  }
  return [...new Set(hosts)];
}

const LINKS = [
  'https://afuera.example/',
  'http://127.0.0.1:1/',
  'http://10.0.0.1/',
  'http://169.254.169.254/latest/meta-data/',
  'http://[::1]:1/',
  'file:///etc/passwd',
  'gopher://afuera.example:70/',
];

it('posting, editing, pinning, reading and searching messages with links connects to no outside host', async () => {
  const { ada, ben, id } = await makeChannelWithMessage(app);
  const hosts = await reached(async () => {
    for (const link of LINKS) {
      const said = await sendMessage(ben, id, `miren ${link} ![x](${link}) [acá](${link})`);
      await apiAs(ben).ask(EDIT_MESSAGE, { input: { messageId: said.id, body: `vean ${link}` } });
      await apiAs(ada).ask(PIN_MESSAGE, pinInput(said.id));
    }
    await waitForMessageIndex(app);
    await waitForJobs(app);
    expect(await foundTexts(ada, 'vean')).toHaveLength(LINKS.length);
  });
  expect(hosts.length).toBeGreaterThan(0);
  expect(hosts.filter((host) => !INSIDE.test(host))).toEqual([]);
});

it('this test detects a server that fetches a link', async () => {
  const ask = () => fetch('http://afuera.invalid/').catch(() => undefined);
  expect(await reached(ask)).toContain('afuera.invalid');
});
