import { useEffect } from 'react';
import { type DocumentInput, useClient } from 'urql';
import { REQUEST_TO_JOIN } from '../../features/groups/groups.graphql';
import '../../features/groups/error-texts';
import { REQUEST_INTRODUCTION } from '../../features/introductions/one-introduction.graphql';
import '../../features/introductions/error-texts';
import { SEND_REPORT } from '../../features/moderation/blocks/block-and-report.graphql';
import '../../features/moderation/matters/error-texts';
import '../../features/forms/error-texts';
import { ASK_SUPPORT } from '../../features/support/ask-support.graphql';
import '../../features/support/ask-error-texts';
import { connectionState, onConnectionChange } from '../../lib/server/connection';
import { isTemporary, requestProblemOf, problemText } from '../../lib/server/errors';
import {
  type FormKind,
  formQueue,
  isFormStored,
  onFormDiscarded,
  type QueuedForm,
} from '../../lib/device/form-queue';
import type { SendOutcome } from '../../lib/device/send-queue';
import { loadSupportCatalogue } from '../../lib/text/support-catalogue';
import { needsConfirmation } from '../../lib/device/expiry/unsent-expiry';
import { useToast } from '../../ui/actions/toast';

const DOCUMENTS = {
  introduction: REQUEST_INTRODUCTION,
  report: SEND_REPORT,
  joinRequest: REQUEST_TO_JOIN,
  support: ASK_SUPPORT,
} as Readonly<Record<FormKind, DocumentInput<unknown, { input: object }>>>;

const STALE = { code: 'CONFLICT', reason: 'form.stale', fields: {} } as const;

/** Lets one tab send at a time; the next tab then finds the sent forms removed from the queue. */
const alone = <T>(work: () => Promise<T>): Promise<T> =>
  navigator.locks ? (navigator.locks.request('trama-forms', work) as Promise<T>) : work();

/** Deletes the voice notes of a discarded request. If that fails, the server deletes them within a day. */
async function deleteVoicesOf(form: QueuedForm): Promise<void> {
  if (form.kind !== 'support') return;
  const { deleteVoices, voicesIn } = await import('../../features/support/voice/voice-requests');
  deleteVoices(voicesIn(form));
}

/** Sends queued forms from every page. A form that the server refuses stays in the queue with its reason. */
export function FormSender(): null {
  const client = useClient();
  const toast = useToast();
  useEffect(() => {
    const send = async (form: QueuedForm): Promise<SendOutcome> => {
      if (!(await isFormStored(form))) return 'sent';
      if (needsConfirmation(form, Date.now())) return { refused: STALE };
      const { error } = await client.mutation(DOCUMENTS[form.kind], { input: form.input });
      const problem = requestProblemOf(error);
      if (problem && isTemporary(problem)) return 'waits';
      // The texts of this refusal are in the catalogue of support.
      if (problem && form.kind === 'support') await loadSupportCatalogue();
      if (problem) toast({ text: problemText(problem), icon: 'alert' });
      // Its author deleted the request on another device, after this one got no answer.
      if (problem && problem.reason !== 'support.deleted') return { refused: problem };
      await formQueue.remove(form);
      return 'sent';
    };
    const stops = [
      formQueue.sendWith((form) => alone(() => send(form))),
      onFormDiscarded((form) => void deleteVoicesOf(form).catch(() => undefined)),
      onConnectionChange(() => {
        if (connectionState() === 'online') formQueue.wake();
      }),
    ];
    document.addEventListener('visibilitychange', formQueue.wake);
    return () => {
      for (const stop of stops) stop();
      document.removeEventListener('visibilitychange', formQueue.wake);
    };
  }, [client, toast]);
  return null;
}
