import type { Manager } from 'socket.io-client';
import { type Metered, readMetered, withTraffic } from './meter-rules';
import { sent } from '../server/sent';
import { keepChoice, readChoice } from './storage';
import { isOnTheWayOut } from './leaving';

/** The browser tells how long bodies are. What stands before them, as ours do: */
const ANSWER_HEAD = 1_000;
const REQUEST_HEAD = 600;
/** What a frame of a socket has around it, from the server and to it. */
const FRAME = { in: 4, out: 8 };
const WRITE_EVERY_MS = 2_000;
const NAME = 'metered';

const traffic = { received: 0, sent: 0 };
const today = (): string => new Date().toLocaleDateString('sv');

/** What this device used, up to now. */
export function metered(): Metered {
  const since = { received: traffic.received, sent: traffic.sent + sent.bytes };
  traffic.received = traffic.sent = sent.bytes = 0;
  const all = withTraffic(readMetered(readChoice(NAME)), today(), since);
  // What was wiped stays wiped.
  if (since.received + since.sent > 0 && !isOnTheWayOut()) keepChoice(NAME, JSON.stringify(all));
  return all;
}

let isOn = false;

/** Counts from the loading of this page on, and what goes over this line. */
export function meter(line: Manager): void {
  const followEngine = () => {
    line.engine.on('packet', ({ data }) => (traffic.received += sizeOf(data) + FRAME.in));
    line.engine.on('packetCreate', ({ data }) => (traffic.sent += sizeOf(data) + FRAME.out));
  };
  line.on('open', followEngine);
  if (isOn) return;
  isOn = true;
  const look = (list: PerformanceObserverEntryList) => list.getEntries().forEach(count);
  for (const type of ['navigation', 'resource'])
    new PerformanceObserver(look).observe({ type, buffered: true });
  setInterval(metered, WRITE_EVERY_MS);
  addEventListener('pagehide', metered);
}

/** Texts in them are nearly all plain letters; a byte for each is near enough. */
const sizeOf = (data: unknown): number => (typeof data === 'string' ? data.length : 0) + 1;

/** What came out of a cache, the browser's or the app's own, cost nothing. */
function count(entry: PerformanceEntry): void {
  const { transferSize, encodedBodySize } = entry as PerformanceResourceTiming;
  if (transferSize === 0) return;
  traffic.received += encodedBodySize + ANSWER_HEAD;
  traffic.sent += REQUEST_HEAD;
}
