import './public.css';
import { takeReturnPath } from '../lib/page/return-path';
import { fetchNeutralPage } from '../lib/page/fetch-neutral-page';
import { leavePage } from '../lib/page/leave-page';
import {
  clearPendingSignOut,
  finishPendingSignOut,
  markTabLeft,
  wipeDevice,
} from '../lib/device/leave-device';

const theme = localStorage.getItem('trama.theme');
if (theme) document.documentElement.dataset['theme'] = theme;

const ending = finishPendingSignOut();

const exit = document.querySelector<HTMLAnchorElement>('[data-exit]')!;
fetchNeutralPage();

/** Quick exit: shows a blank page at once, wipes the device and replaces the page. */
function leave(): void {
  markTabLeft(exit.href);
  document.title = ' ';
  document.body.replaceChildren();
  document.body.className = 'blank';
  const go = () => void leavePage(exit.href);
  const rest = new Promise((done) => setTimeout(done, 300));
  void Promise.race([wipeDevice(), rest]).then(go, go);
}

for (const link of document.querySelectorAll('[data-exit]')) {
  link.addEventListener('click', (event) => {
    event.preventDefault();
    leave();
  });
}

let shifts: number[] = [];
addEventListener('keydown', ({ key, repeat, timeStamp }) => {
  if (repeat) return;
  shifts = key === 'Shift' ? [...shifts, timeStamp].filter((at) => timeStamp - at < 5000) : [];
  if (shifts.length >= 3) leave();
});

for (const link of document.querySelectorAll<HTMLAnchorElement>('.seg a[hreflang]')) {
  link.addEventListener('click', () => localStorage.setItem('trama.language', link.hreflang));
}

for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy-text]')) {
  button.hidden = !navigator.clipboard;
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(button.dataset['copyText'] ?? '');
    button.textContent = button.dataset['done'] ?? '';
  });
}

/** Sends the form without leaving the page, so that a refusal keeps the typed values. */
async function signIn(form: HTMLFormElement): Promise<void> {
  const button = form.querySelector('button')!;
  button.disabled = true;
  await ending;
  const fields = new FormData(form);
  const body = JSON.stringify({ email: fields.get('email'), password: fields.get('password') });
  const answer = await fetch(form.action, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body,
  }).catch(() => undefined);
  if (answer?.ok) {
    clearPendingSignOut();
    return location.replace(takeReturnPath());
  }
  button.disabled = false;
  const { reason, retryAfterSeconds = 0 } = await refusalOf(answer);
  // The account was inactive for so long that its owner must resume it; the page with this state explains how.
  if (reason === 'account.idle') return location.replace('?state=idle');
  const wait = reason === 'signIn.busy' ? 'busy' : 'wait';
  const why = answer === undefined ? 'offline' : answer.status === 429 ? wait : 'refused';
  const minutes = Math.max(1, Math.ceil(retryAfterSeconds / 60));
  refuse(form.dataset[why]!.replace('{minutes}', String(minutes)), form);
}

interface SignInRefusal {
  reason?: string;
  retryAfterSeconds?: number;
}

async function refusalOf(answer: Response | undefined): Promise<SignInRefusal> {
  return ((await answer?.json().catch(() => undefined)) ?? {}) as SignInRefusal;
}

function refuse(text: string, form: HTMLFormElement): void {
  document.getElementById('problems')?.remove();
  const box = document.createElement('section');
  Object.assign(box, {
    id: 'problems',
    className: 'errsum',
    tabIndex: -1,
    role: 'alert',
    textContent: text,
  });
  form.closest('main')?.prepend(box);
  box.focus();
}

// Pages that must open when the connection is lost.
for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-keep]')) {
  void fetch(link.href, { priority: 'low' }).catch(() => undefined);
}

/**
 * Reloads a page from the cache if the server has another one. An error and a page without `data-cached` are not newer
 * versions of the page. The request does not write to the cache, so that an error does not replace the page there.
 */
async function refreshCachedPage(): Promise<void> {
  const load = (cache: RequestCache) => fetch(location.href, { cache, mode: 'same-origin' });
  const cached = await (await load('only-if-cached')).text();
  const answer = await load('no-store');
  const current = await answer.text();
  if (answer.ok && current.includes('data-cached') && current !== cached) location.reload();
}
if (document.querySelector('[data-cached]')) refreshCachedPage().catch(() => undefined);

const prefetch = (file: string) => fetch(file, { priority: 'low' }).catch(() => undefined);

for (const form of document.querySelectorAll<HTMLFormElement>('[data-sign-in]')) {
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void signIn(form);
  });
  // Loads the app into the browser cache while the person types the password.
  const prefetchApp = () => form.dataset['app']?.split(' ').forEach((file) => void prefetch(file));
  form.addEventListener('focusin', prefetchApp, { once: true });
}
