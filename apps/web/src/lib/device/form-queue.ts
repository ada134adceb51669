import { getStored } from './device-store';
import { SendQueue, type SendQueueItem } from './send-queue';

/** Kind of form. The sender knows the mutation of each kind. */
export type FormKind = 'introduction' | 'report' | 'joinRequest' | 'support';

/** A submitted form that got no response. */
export interface QueuedForm extends SendQueueItem {
  readonly kind: FormKind;
  /** Id of the subject. A later form of the same kind and subject replaces an earlier one. */
  readonly subjectId: string;
  /** Name of the subject, for lists. */
  readonly about: string;
  readonly input: Readonly<Record<string, unknown>>;
  /** Parts of the form that the server does not receive, for when it is edited again. */
  readonly details?: Readonly<Record<string, unknown>> | undefined;
  /** When its author confirmed an old form, so that it may be sent. */
  readonly confirmedAt?: string | undefined;
}

/**
 * Each form has its own lane, so forms do not wait for each other. A refused form is not sent again until its author
 * taps, also after a reload.
 */
export const formQueue = new SendQueue<QueuedForm>('forms', {
  laneOf: ({ clientId }) => clientId,
  storesRefusals: true,
});

/** Sends all forms again, also those that were refused or need a confirmation. */
export async function retryForms(): Promise<void> {
  const confirmed = { ...QUEUED, confirmedAt: new Date().toISOString() };
  for (const form of formQueue.all())
    if (form.state === 'failed') await formQueue.note(form, confirmed);
  formQueue.wake();
}
const QUEUED = { state: 'queued', problem: undefined } as const;

const discardListeners = new Set<(form: QueuedForm) => void>();

/** Calls the listener with each form that its author discards on this page. Returns a function that stops it. */
export function onFormDiscarded(listener: (form: QueuedForm) => void): () => void {
  discardListeners.add(listener);
  return () => void discardListeners.delete(listener);
}

/** Removes a form that its author no longer wants to send. */
export async function discardForm(form: QueuedForm): Promise<void> {
  await formQueue.remove(form);
  for (const listener of discardListeners) listener(form);
}

/** Stores a form until the network is back. Returns whether this device could store it. */
export async function queueForm(written: Omit<QueuedForm, keyof SendQueueItem>): Promise<boolean> {
  const { kind, subjectId } = written;
  const older = formQueue.all().filter((one) => one.kind === kind && one.subjectId === subjectId);
  for (const one of older) await formQueue.remove(one);
  const form = await formQueue.add(written);
  if (await isFormStored(form)) return true;
  await formQueue.remove(form);
  return false;
}

/** Whether the form is still stored. Another tab may have sent or discarded it, or the device was wiped. */
export const isFormStored = (form: QueuedForm): Promise<boolean> =>
  getStored('forms', `${form.at} ${form.clientId}`).then(
    (there) => there !== undefined,
    () => false,
  );
