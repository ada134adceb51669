// Child process with clients that reconnect after an exponential backoff with jitter.
import { openWatchingSocket, monotonicMs } from './socket-client.mjs';

const AT_ONCE = 20;
const WAIT = { first: 500, most: 20_000, spread: 0.5 }; // the same backoff as in the web app

let place;
let since = 0;
let times = [];
let tries = 0;
const clients = new Set();

async function connect(cookie) {
  const socket = await openWatchingSocket({ ...place, cookie, onMessage: () => undefined });
  clients.add(socket);
  socket.once('close', () => {
    clients.delete(socket);
    void comeBack(cookie);
  });
}

async function comeBack(cookie) {
  for (let turn = 0; ; turn++) {
    const most = Math.min(WAIT.most, WAIT.first * 2 ** turn);
    const late = most * (1 + WAIT.spread * (2 * Math.random() - 1));
    await new Promise((done) => setTimeout(done, late));
    tries += 1;
    try {
      await connect(cookie);
      times.push(monotonicMs() - since);
      return;
    } catch {
      // retries after the next delay
    }
  }
}

async function open({ port, cookies, channelId }) {
  place = { port, channelId };
  const waiting = [...cookies];
  const worker = async () => {
    while (waiting.length > 0) await connect(waiting.pop());
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return { open: clients.size };
}

function mark() {
  [since, times, tries] = [monotonicMs(), [], 0];
  return {};
}

const ACTS = { open, mark, report: () => ({ times, tries, open: clients.size }) };

process.on('message', async ({ act, ...rest }) => {
  try {
    process.send(await ACTS[act](rest));
  } catch (error) {
    process.send({ error: error.message });
  }
});
