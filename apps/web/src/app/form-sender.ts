import { useEffect } from 'react';
import { type DocumentInput, useClient } from 'urql';
import { REQUEST_TO_JOIN } from '../features/groups/groups.graphql';
import { ASK } from '../features/introductions/introductions.graphql';
import { REPORT } from '../features/moderation/parting.graphql';
import { connection, onConnection } from '../lib/connection';
import { type Problem, problemOf } from '../lib/errors';
import { type FormKind, forms, type KeptForm } from '../lib/form-queue';
import type { Outcome } from '../lib/queue';

type Document = DocumentInput<unknown, { input: object }>;

/** How each is sent, and what the server says of one that it has. */
const KINDS: Readonly<Record<FormKind, { document: Document; isThere: readonly string[] }>> = {
  introduction: {
    document: ASK as Document,
    isThere: ['introduction.askedBefore', 'introduction.open'],
  },
  report: { document: REPORT as Document, isThere: ['report.open'] },
  joinRequest: { document: REQUEST_TO_JOIN as Document, isThere: ['joinRequest.waiting'] },
};

/** No answer; and where nobody is there to read one, what a busy or broken server says is none. */
const isUnheard = ({ code, reason }: Problem, wasTried: boolean) =>
  code === 'OFFLINE' ||
  code === 'UNAUTHENTICATED' ||
  reason === 'document.again' ||
  (wasTried && code === 'INTERNAL');

/** Sends the forms that wait, on whatever page one is. */
export function FormSender(): null {
  const client = useClient();
  useEffect(() => {
    const send = async (form: KeptForm): Promise<Outcome> => {
      const { document, isThere } = KINDS[form.kind];
      const { wasTried = false } = form;
      await forms.note(form, { wasTried: true });
      const { error } = await client.mutation(document, { input: form.input });
      const problem = problemOf(error);
      if (!problem) return 'sent';
      if (isUnheard(problem, wasTried)) return 'waits';
      return wasTried && isThere.includes(problem.reason ?? '') ? 'sent' : { refused: problem };
    };
    const wake = () => forms.wake();
    const stops = [
      forms.sendWith(send),
      onConnection(() => {
        if (connection() === 'online') wake();
      }),
    ];
    document.addEventListener('visibilitychange', wake);
    return () => {
      for (const stop of stops) stop();
      document.removeEventListener('visibilitychange', wake);
    };
  }, [client]);
  return null;
}
