// Child process with socket clients, so that their CPU time does not count for the posting process.
import { messageAgeMs, openWatchingSocket } from './socket-client.mjs';

const AT_ONCE = 20;
const TIMED = 10; // every tenth client records latencies

let sockets = [];
let count = 0;
let ages = [];

async function open({ port, cookies, channelId }) {
  const waiting = [...cookies.entries()];
  const one = async ([at, cookie]) => {
    const onMessage = (data) => {
      count += 1;
      if (at % TIMED === 0) ages.push(messageAgeMs(data));
    };
    sockets.push(await openWatchingSocket({ port, cookie, channelId, onMessage }));
  };
  const worker = async () => {
    while (waiting.length > 0) await one(waiting.pop());
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return { open: sockets.length };
}

function report() {
  const told = { count, ages, open: sockets.filter((one) => one.readyState === 1).length };
  [count, ages] = [0, []];
  return told;
}

function close() {
  for (const socket of sockets) socket.removeAllListeners('close').terminate();
  sockets = [];
  return {};
}

const ACTS = { open, report, close, count: () => ({ count }) };

process.on('message', async ({ act, ...rest }) => {
  try {
    process.send(await ACTS[act](rest));
  } catch (error) {
    process.send({ error: error.message });
  }
});
