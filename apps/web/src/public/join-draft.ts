import { forget, keep, keptGet } from '../lib/device/device-store';
import { loadedAssets, standingWorker } from '../lib/server/standing-worker';

/** What was typed so far, on this device only and only once the person said so. A password is never in it. */
interface Draft {
  readonly at: number;
  readonly step: number;
  readonly sendKey: string;
  readonly values: Readonly<Record<string, string | string[]>>;
  /** One was typed, and is typed again. */
  readonly hadPassword: boolean;
}

const LASTS = 7 * 86_400_000;
const KEY = 'draft';
const CACHE = 'trama-assets';

/** The draft of this device; nothing where there is none, or none that is young enough. */
export async function readDraft(): Promise<Draft | undefined> {
  const draft = await keptGet<Draft>('application', KEY).catch(() => undefined);
  if (!draft) return undefined;
  if (Date.now() - draft.at <= LASTS) return draft;
  await dropDraft();
  return undefined;
}

export async function writeDraft(draft: Omit<Draft, 'at' | 'hadPassword'>): Promise<void> {
  const { password, ...values } = draft.values;
  const hadPassword = Boolean(password);
  await keep('application', KEY, { ...draft, values, hadPassword, at: Date.now() });
}

/** Forgets the draft, and the page that was kept with it. */
export async function dropDraft(): Promise<void> {
  await forget('application', KEY).catch(() => undefined);
  const cache = await globalThis.caches?.open(CACHE).catch(() => undefined);
  await cache?.delete(location.pathname);
}

/** Lets this page open without a network while there is a draft. */
export async function keepPage(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  const worker = await standingWorker();
  const styles = document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]');
  const looks = [...styles].map((style) => new URL(style.href).pathname);
  worker?.postMessage({ keep: [...new Set([location.pathname, ...looks, ...loadedAssets()])] });
}

/** Puts values into a form, as they were typed. */
export function fill(form: HTMLFormElement, values: Draft['values']): void {
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

/** Of what is hidden only an invitation goes on with the draft, unless the page came with another. */
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
