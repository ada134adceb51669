import { useEffect } from 'react';
import { type Client, useClient } from 'urql';
import { connection, onConnection } from '../../../lib/server/connection';
import { isPassing, type Problem, problemOf, sentence } from '../../../lib/server/errors';
import { type Outcome, type Queued, sendWith, wake } from '../../../lib/device/outbox';
import type { WaitingFile } from '../../../lib/device/waiting-files';
import { useToast } from '../../../ui/actions/toast';
import type { Said } from '../list/channels.graphql';
import { EDIT_MESSAGE, POST_MESSAGE, REACT } from './sending.graphql';

const listeners = new Set<(message: Said) => void>();

/** Hears of each message that left the outbox, until the function it gives is called. */
export function onSent(listener: (message: Said) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** What it would change is not there any more. */
const isOver = ({ messageId }: Queued, { code, reason }: Problem): boolean =>
  messageId !== undefined && (code === 'NOT_FOUND' || reason === 'message.deleted');

const namingOf = ({ mentionIds, mentionsAll }: Pick<Queued, 'mentionIds' | 'mentionsAll'>) => ({
  mentionIds: mentionIds && [...mentionIds],
  mentionsAll,
});

/** Brings the files of a message to the server; or says what becomes of the message instead. */
export type SendFiles = (
  client: Client,
  queued: Queued,
) => Promise<readonly WaitingFile[] | Outcome>;

interface Sent {
  readonly message: Said | undefined;
  readonly error: Parameters<typeof problemOf>[0];
}

async function post(client: Client, queued: Queued): Promise<Sent> {
  const { channelId, topicId, clientId, body, replyToId, files } = queued;
  const attachmentIds = files?.map(({ attachmentId }) => attachmentId!);
  const said = { topicId, body, replyToId, attachmentIds, ...namingOf(queued) };
  const input = { channelId, clientId, ...said };
  const { data, error } = await client.mutation(POST_MESSAGE, { input });
  // What it answers may be over by now: then it stands for itself.
  if (replyToId && problemOf(error)?.code === 'NOT_FOUND')
    return post(client, { ...queued, replyToId: undefined });
  return { message: data?.postMessage, error };
}

async function change(client: Client, messageId: string, { body, reaction, ...named }: Queued) {
  if (reaction) {
    const { data, error } = await client.mutation(REACT, { input: { messageId, ...reaction } });
    return { message: data?.react, error };
  }
  const input = { messageId, body, ...namingOf(named) };
  const { data, error } = await client.mutation(EDIT_MESSAGE, { input });
  return { message: data?.editMessage, error };
}

/** What brings files is loaded when there are some; without a line it may not be there. */
const bring = async (client: Client, queued: Queued, sendFiles: () => Promise<SendFiles>) =>
  sendFiles().then(
    (send) => send(client, queued),
    () => 'waits' as const,
  );

const isOutcome = (files: readonly WaitingFile[] | Outcome | undefined): files is Outcome =>
  files !== undefined && !Array.isArray(files);

/** Sends what waits, on whatever page one is: at the start, when the line comes back, and when the page is looked at. */
export function OutboxSender({ sendFiles }: { sendFiles: () => Promise<SendFiles> }): null {
  const client = useClient();
  const toast = useToast();
  useEffect(() => {
    const send = async (queued: Queued): Promise<Outcome> => {
      const files = queued.files && (await bring(client, queued, sendFiles));
      if (isOutcome(files)) return files;
      const { message, error } = queued.messageId
        ? await change(client, queued.messageId, queued)
        : await post(client, { ...queued, files });
      if (message) for (const listener of listeners) listener(message);
      const problem = problemOf(error);
      if (!problem) return 'sent';
      if (isPassing(problem)) return 'waits';
      // It was said, and its answer never heard: its time is over.
      if (problem.reason === 'message.expired') return 'sent';
      if (!queued.reaction && !isOver(queued, problem)) return { refused: problem };
      toast({ text: sentence(problem), icon: 'alert' });
      return 'sent'; // nobody writes a reaction anew, nor what is no more
    };
    const stops = [
      sendWith(send),
      onConnection(() => {
        if (connection() === 'online') wake();
      }),
    ];
    document.addEventListener('visibilitychange', wake);
    return () => {
      for (const stop of stops) stop();
      document.removeEventListener('visibilitychange', wake);
    };
  }, [client, toast, sendFiles]);
  return null;
}
