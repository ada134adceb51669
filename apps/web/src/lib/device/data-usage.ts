import type { Manager } from 'socket.io-client';
import { type DataUsage, parseDataUsage, addTraffic } from './data-usage-rules';
import { uploadedByteCount } from '../server/uploaded-bytes';
import { storeLocalSetting, readLocalSetting } from './local-settings';
import { isExiting } from './exit-flag';

/** Estimated size of response headers: the browser reports only the size of bodies. */
const ANSWER_HEAD = 1_000;
const REQUEST_HEAD = 600;
/** Overhead of a WebSocket frame in bytes, by direction. */
const FRAME = { in: 4, out: 8 };
const WRITE_EVERY_MS = 2_000;
const NAME = 'metered';

const traffic = { received: 0, sent: 0 };
const today = (): string => new Date().toLocaleDateString('sv');

/** Returns the data that this device has used so far. */
export function currentDataUsage(): DataUsage {
  const since = { received: traffic.received, sent: traffic.sent + uploadedByteCount.bytes };
  traffic.received = traffic.sent = uploadedByteCount.bytes = 0;
  const all = addTraffic(parseDataUsage(readLocalSetting(NAME)), today(), since);
  // Stores nothing after a wipe.
  if (since.received + since.sent > 0 && !isExiting()) storeLocalSetting(NAME, JSON.stringify(all));
  return all;
}

let isOn = false;

/** Counts traffic since the page was loaded, and the traffic of this socket connection. */
export function countDataUsage(line: Manager): void {
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
  setInterval(currentDataUsage, WRITE_EVERY_MS);
  addEventListener('pagehide', currentDataUsage);
}

/** Size in bytes; counts one byte per character, because the texts are nearly all ASCII. */
const sizeOf = (data: unknown): number => (typeof data === 'string' ? data.length : 0) + 1;

/** A response from a cache of the browser or the service worker used no data. */
function count(entry: PerformanceEntry): void {
  const { transferSize, encodedBodySize } = entry as PerformanceResourceTiming;
  if (transferSize === 0) return;
  traffic.received += encodedBodySize + ANSWER_HEAD;
  traffic.sent += REQUEST_HEAD;
}
