import { forgetAll } from './device-store';
import { leavePage, neutralPath, NOWHERE } from '../page/leave-page';
import { leave } from './leaving';
import { keepChoice, readChoice } from './storage';
import { onTabs, tellTabs } from './other-tabs';
import { hangUp } from '../server/socket';
import { markLeft, wipeDevice } from './wipe-device';

/** Says that a session waits to be ended; it holds nothing else. Where the browser refuses storage the lock goes on. */
const LOCKED = 'locked';

/** Every other tab is to be empty as well. */
const LEAVE = 'lock';
/** Before that it is blank: the end of the session would delete the mark of a tab that has left already. */
const COVER = 'cover';
/** More than the locking tab takes. */
const COVERED_AT_MOST_MS = 3_500;

onTabs((word) => {
  if (word === LEAVE) leaveBlank();
  if (word === COVER) coverUntilLocked();
});

/** Where quick exit leads: as the server said last, so that it works without a network. */
const exitAddress = (): string => readChoice('exit') ?? neutralPath();

/** Blank at once; Back in this tab leads on to `to`. */
function cover(to: string): void {
  leave();
  markLeft(to);
  document.title = ' ';
  document.body.replaceChildren();
  document.body.className = 'blank';
}

function leaveBlank(): void {
  cover(NOWHERE);
  location.replace(NOWHERE);
}

function coverUntilLocked(): void {
  cover(NOWHERE);
  void forgetAll().catch(() => undefined);
  setTimeout(leaveBlank, COVERED_AT_MOST_MS);
}

/** Ends the session. True when the server said so. */
async function endSession(): Promise<boolean> {
  const answer = await fetch('/auth/sign-out', {
    method: 'POST',
    credentials: 'same-origin',
    keepalive: true,
  }).catch(() => undefined);
  return answer !== undefined && (answer.ok || answer.status === 401 || answer.redirected);
}

/** At most this long, however the network is. */
function within<T>(ms: number, work: Promise<T>): Promise<T | undefined> {
  return Promise.race([work, new Promise<undefined>((done) => setTimeout(done, ms, undefined))]);
}

/** Never fails: the answer to the end of the session has the browser clear its storage, which may break off a deletion. */
const emptyDevice = (): Promise<void> =>
  forgetAll()
    .catch(() => undefined)
    .then(wipeDevice);

/**
 * Lock now: blank at once, then the device is wiped, then the session is ended, and the page is replaced by an empty one.
 * Without a network the session is ended the next time Trama opens, before anything is shown.
 */
export async function lockNow(): Promise<void> {
  cover(NOWHERE);
  keepChoice(LOCKED, '1');
  tellTabs(COVER);
  const ended = endSession();
  hangUp();
  await within(2500, emptyDevice());
  if ((await within(500, ended)) === true) keepChoice(LOCKED, undefined);
  markLeft(NOWHERE); // the answer to the end of the session had the browser clear its storage
  tellTabs(LEAVE);
  location.replace(NOWHERE);
}

/** Ends what a lock without network left open. False while it cannot. */
export async function finishLock(): Promise<boolean> {
  if (readChoice(LOCKED) === undefined) return true;
  if (!(await endSession())) return false;
  keepChoice(LOCKED, undefined);
  return true;
}

/**
 * An everyday sign-out: the same wipe, and then the way in. The wipe comes first: the answer to the end of the session
 * would break it off, and news of that end would send the page elsewhere.
 */
export async function signOut(language: string): Promise<void> {
  leave();
  hangUp();
  await within(2500, emptyDevice());
  if (!(await endSession())) return lockNow();
  location.replace(`/${language}/sign-in`);
}

/** To another page within about a second. The session stays; what this device kept goes. */
export function quickExit(): void {
  const to = exitAddress();
  cover(to);
  tellTabs(LEAVE);
  const go = () => void leavePage(to);
  void within(300, emptyDevice()).then(go, go);
}
