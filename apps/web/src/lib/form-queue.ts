import { connection } from './connection';
import type { Problem } from './errors';
import { Queue, type Waits } from './queue';

/** Which form: what sends it knows its document. */
export type FormKind = 'introduction' | 'report' | 'joinRequest';

/** A form that was filled in and not yet sent. */
export interface KeptForm extends Waits {
  readonly kind: FormKind;
  /** Whom or what it is about, as a list names it. */
  readonly about: string;
  readonly input: Readonly<Record<string, unknown>>;
  /** It may have come to the server before: that it is there already is then no refusal. */
  readonly wasTried?: boolean;
}

/** One after another, in the order in which they were filled in. */
export const forms = new Queue<KeptForm>('forms', { laneOf: () => '' });

/** So long somebody waits before the form is left to go by itself. */
const PATIENCE_MS = 15_000;

/** What became of it: sent, waiting for the line, or refused. */
export function outcomeOf(
  form: KeptForm,
): Promise<'sent' | 'kept' | { readonly refused: Problem }> {
  return new Promise((done) => {
    let wasSending = false;
    const end = (outcome: Parameters<typeof done>[0]) => {
      stop();
      clearTimeout(timer);
      done(outcome);
    };
    const look = () => {
      const { state, problem } = forms.current(form);
      if (!forms.isWaiting(form)) return end('sent');
      if (state === 'failed') return end({ refused: problem! });
      if (state === 'queued' && wasSending) return end('kept');
      wasSending ||= state === 'sending';
    };
    const stop = forms.subscribe(look);
    const timer = setTimeout(() => end('kept'), connection() === 'offline' ? 0 : PATIENCE_MS);
    look();
  });
}
