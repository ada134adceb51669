import { useLingui } from '@lingui/react/macro';
import { useEffect, useState } from 'react';
import { type DocumentInput, useClient } from 'urql';
import {
  fieldProblemText,
  isOtherAccount,
  type RequestProblem,
  requestProblemOf,
  problemText,
} from '../../lib/server/errors';
import { focusFirstInvalidField } from '../../lib/page/first-invalid-field';
import { type FormKind, queueForm, type QueuedForm } from '../../lib/device/form-queue';
import { useToast } from '../actions/toast';

/** Input of the mutation, its subject, and the toast text after success. */
interface Filled extends Pick<QueuedForm, 'subjectId' | 'about' | 'input' | 'details'> {
  readonly said: string;
  /** Toast text after the form was stored on the device, if it is not sent from every page. */
  readonly queuedText?: string | undefined;
}

interface QueuedFormOptions {
  /** Whether the form is stored on this device until the network is back; without it, the viewer sends it again. */
  isStored?: boolean;
}

/**
 * Hook for a form that is stored on this device when it gets no response, and sent automatically once the network is
 * back.
 */
export function useQueuedForm(
  kind: FormKind,
  document: DocumentInput<unknown, { input: object }>,
  { isStored = true }: QueuedFormOptions = {},
) {
  const { t } = useLingui();
  const client = useClient();
  const toast = useToast();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<RequestProblem>();
  useEffect(() => {
    if (problem) focusFirstInvalidField(undefined);
  }, [problem]);
  /** Sends the form. Returns whether it was sent or queued, which a toast also says; undefined if it was refused. */
  const send = async ({ said, queuedText, ...filled }: Filled) => {
    setProblem(undefined);
    setBusy(true);
    const { error } = await client.mutation(document, { input: filled.input });
    const refused = requestProblemOf(error);
    const mayWait = isStored && refused && (refused.code === 'OFFLINE' || isOtherAccount(refused));
    const isKept = mayWait && (await queueForm({ kind, ...filled }));
    setBusy(false);
    if (refused && !isKept) {
      setProblem(refused);
      return undefined;
    }
    const waits = t`Sin señal. Quedó guardado en este dispositivo y se enviará al volver la señal.`;
    toast({ text: isKept ? (queuedText ?? waits) : said });
    return isKept ? 'queued' : 'sent';
  };
  return {
    ...{ send, isBusy, problem },
    clear: () => setProblem(undefined),
    message: problem && problemText(problem),
    fieldMessage: (field: string) =>
      problem?.fields[field] ? fieldProblemText(problem.fields[field]) : undefined,
  };
}
