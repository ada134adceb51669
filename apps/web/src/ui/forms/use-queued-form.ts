import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { type DocumentInput, useClient } from 'urql';
import {
  fieldProblemText,
  isOtherAccount,
  type RequestProblem,
  requestProblemOf,
  problemText,
} from '../../lib/server/errors';
import { type FormKind, queueForm, type QueuedForm } from '../../lib/device/form-queue';
import { useToast } from '../actions/toast';

/** Input of the mutation, its subject, and the toast text after success. */
interface Filled extends Pick<QueuedForm, 'subjectId' | 'about' | 'input'> {
  readonly said: string;
  /** Toast text after the form was stored on the device, if it is not sent from every page. */
  readonly queuedText?: string | undefined;
}

/**
 * Hook for a form that is stored on this device when it gets no response, and sent automatically once the network is
 * back.
 */
export function useQueuedForm(kind: FormKind, document: DocumentInput<unknown, { input: object }>) {
  const { t } = useLingui();
  const client = useClient();
  const toast = useToast();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<RequestProblem>();
  /** Sends the form. Returns whether it was sent or queued; a toast says which. */
  const send = async ({ said, queuedText, ...filled }: Filled): Promise<boolean> => {
    setProblem(undefined);
    setBusy(true);
    const { error } = await client.mutation(document, { input: filled.input });
    const refused = requestProblemOf(error);
    const mayWait = refused && (refused.code === 'OFFLINE' || isOtherAccount(refused));
    const isKept = mayWait && (await queueForm({ kind, ...filled }));
    setBusy(false);
    if (refused && !isKept) {
      setProblem(refused);
      return false;
    }
    const waits = t`Sin señal. Quedó guardado en este dispositivo y sale solo cuando vuelva.`;
    toast({ text: isKept ? (queuedText ?? waits) : said });
    return true;
  };
  return {
    ...{ send, isBusy, problem },
    message: problem && problemText(problem),
    fieldMessage: (field: string) =>
      problem?.fields[field] ? fieldProblemText(problem.fields[field]) : undefined,
  };
}
