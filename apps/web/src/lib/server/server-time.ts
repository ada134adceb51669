import { storeLocalSetting, readLocalSetting } from '../device/local-settings';

/** Longest delay of a browser timer. */
const LONGEST_WAIT_MS = 2 ** 31 - 1;
/** Smaller changes of the offset are ignored, because they come from response delays. */
const WORTH_KEEPING_MS = 2_000;

/** Milliseconds by which the server clock is ahead of the device clock, which may be wrong. */
let ahead = Number(readLocalSetting('ahead') ?? 0) || 0;

/**
 * Updates the offset from the Date header of a response. The header has whole seconds; one second is added so that
 * nothing expires late.
 */
export function updateServerTime({ headers }: Response): void {
  const at = Date.parse(headers.get('date') ?? '');
  if (Number.isNaN(at)) return;
  const now = at + 1_000 - Date.now();
  if (Math.abs(now - ahead) < WORTH_KEEPING_MS) return;
  ahead = now;
  storeLocalSetting('ahead', String(ahead));
}

/** Current server time, as far as this device knows it. */
export const serverNow = (): number => Date.now() + ahead;

/**
 * Calls `work` at a server time. The returned function cancels it. The delay is limited to `LONGEST_WAIT_MS`, so `work`
 * may run earlier.
 */
export function callAtServerTime(moment: number, work: () => void): () => void {
  if (moment === Infinity) return () => undefined;
  const wait = Math.min(Math.max(moment - serverNow(), 0) + 1, LONGEST_WAIT_MS);
  const timer = setTimeout(work, wait);
  return () => clearTimeout(timer);
}
