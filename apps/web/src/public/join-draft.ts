import { deleteStored, putStored, getStored } from '../lib/device/device-store';
import { loadedAssetPaths, serviceWorkerReady } from '../lib/server/service-worker-ready';

/**
 * Draft of the application form. It is stored on this device only, after the person agreed, and never contains a
 * password.
 */
interface Draft {
  readonly at: number;
  readonly step: number;
  readonly sendKey: string;
  readonly values: Readonly<Record<string, string | string[]>>;
  /** Whether a password was typed; the person must type it again. */
  readonly hadPassword: boolean;
}

const LASTS = 7 * 86_400_000;
const KEY = 'draft';
const CACHE = 'trama-assets';

/** Returns the draft of this device; undefined if there is none or it is too old. */
export async function readJoinDraft(): Promise<Draft | undefined> {
  const draft = await getStored<Draft>('application', KEY).catch(() => undefined);
  if (!draft) return undefined;
  if (Date.now() - draft.at <= LASTS) return draft;
  await deleteJoinDraft().catch(() => undefined);
  return undefined;
}

export async function storeJoinDraft(draft: Omit<Draft, 'at' | 'hadPassword'>): Promise<void> {
  const { password, ...values } = draft.values;
  const hadPassword = Boolean(password);
  await putStored('application', KEY, { ...draft, values, hadPassword, at: Date.now() });
}

/** Deletes the draft and the cached form page. */
export async function deleteJoinDraft(): Promise<void> {
  await deleteStored('application', KEY).catch(() => undefined);
  const cache = await globalThis.caches?.open(CACHE).catch(() => undefined);
  await cache?.delete(location.pathname);
}

/** Caches the form page, so that it opens offline while there is a draft. */
export async function cacheFormPage(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  const worker = await serviceWorkerReady();
  const styles = document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]');
  const looks = [...styles].map((style) => new URL(style.href).pathname);
  worker?.postMessage({ keep: [...new Set([location.pathname, ...looks, ...loadedAssetPaths()])] });
}

/** Fills a form with the values of a draft. */
export function fillForm(form: HTMLFormElement, values: Draft['values']): void {
  for (const element of form.elements) {
    if (element instanceof HTMLInputElement && /radio|checkbox/.test(element.type)) {
      const value = values[element.name];
      element.checked = Array.isArray(value)
        ? value.includes(element.value)
        : value === element.value;
    } else if (isText(element) && isTyped(element) && element.name in values) {
      element.value = String(values[element.name]);
    }
  }
}

/**
 * Whether a draft restores this input. A draft restores no hidden input except the invitation, and restores the
 * invitation only if the page was opened without another one.
 */
const isTyped = ({
  type,
  name,
  value,
}: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement) =>
  type !== 'hidden' || (name === 'invitation' && value === '');

const isText = (element: Element) =>
  element instanceof HTMLInputElement ||
  element instanceof HTMLTextAreaElement ||
  element instanceof HTMLSelectElement;
