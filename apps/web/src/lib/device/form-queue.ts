import { keptGet } from './device-store';
import { Queue, type Waits } from './queue';

/** Kind of form. The sender knows the mutation of each kind. */
export type FormKind = 'introduction' | 'report' | 'joinRequest';

/** A submitted form that got no response. */
export interface KeptForm extends Waits {
  readonly kind: FormKind;
  /** Id of the subject. A later form of the same kind and subject replaces an earlier one. */
  readonly subjectId: string;
  /** Name of the subject, for lists. */
  readonly about: string;
  readonly input: Readonly<Record<string, unknown>>;
}

/** Each form has its own lane, so forms do not wait for each other. */
export const forms = new Queue<KeptForm>('forms', { laneOf: ({ clientId }) => clientId });

/** Stores a form until the network is back. Returns whether this device could store it. */
export async function keepForm(written: Omit<KeptForm, keyof Waits>): Promise<boolean> {
  const { kind, subjectId } = written;
  const older = forms.all().filter((one) => one.kind === kind && one.subjectId === subjectId);
  for (const one of older) await forms.remove(one);
  const form = await forms.add(written);
  if (await isKept(form)) return true;
  await forms.remove(form);
  return false;
}

/** Whether the form is still stored. Another tab may have sent or discarded it, or the device was wiped. */
export const isKept = (form: KeptForm): Promise<boolean> =>
  keptGet('forms', `${form.at} ${form.clientId}`).then(
    (there) => there !== undefined,
    () => false,
  );
