import { keptGet } from './device-store';
import { Queue, type Waits } from './queue';

/** Which form: what sends it knows its document. */
export type FormKind = 'introduction' | 'report' | 'joinRequest';

/** A form that was filled in and got no answer. */
export interface KeptForm extends Waits {
  readonly kind: FormKind;
  /** What it is about: of two about the same the later counts. */
  readonly subjectId: string;
  /** How a list names that. */
  readonly about: string;
  readonly input: Readonly<Record<string, unknown>>;
}

/** They do not wait for each other. */
export const forms = new Queue<KeptForm>('forms', { laneOf: ({ clientId }) => clientId });

/** Keeps a form until there is a line; gives whether this device could. */
export async function keepForm(written: Omit<KeptForm, keyof Waits>): Promise<boolean> {
  const { kind, subjectId } = written;
  const older = forms.all().filter((one) => one.kind === kind && one.subjectId === subjectId);
  for (const one of older) await forms.remove(one);
  const form = await forms.add(written);
  if (await isKept(form)) return true;
  await forms.remove(form);
  return false;
}

/** Another tab may have sent it or let it go, or the device was wiped. */
export const isKept = (form: KeptForm): Promise<boolean> =>
  keptGet('forms', `${form.at} ${form.clientId}`).then(
    (there) => there !== undefined,
    () => false,
  );
