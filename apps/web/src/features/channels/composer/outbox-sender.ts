import { useEffect } from 'react';
import { type Client, useClient } from 'urql';
import { connectionState, onConnectionChange } from '../../../lib/server/connection';
import {
  isTemporary,
  type RequestProblem,
  requestProblemOf,
  problemText,
} from '../../../lib/server/errors';
import {
  type SendOutcome,
  type QueuedMessage,
  setOutboxSender,
  sendOutbox,
} from '../../../lib/device/outbox';
import type { QueuedFile } from '../../../lib/device/queued-files';
import { useToast } from '../../../ui/actions/toast';
import type { ChannelMessage } from '../list/message-history.graphql';
import { EDIT_MESSAGE, POST_MESSAGE, REACT_TO_MESSAGE } from './post-message.graphql';

const listeners = new Set<(message: ChannelMessage) => void>();

/** Subscribes to messages that were sent from the outbox. Returns the function that unsubscribes. */
export function onMessageSent(listener: (message: ChannelMessage) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Whether the message that this entry edits or reacts to no longer exists. */
const isOver = ({ messageId }: QueuedMessage, { code, reason }: RequestProblem): boolean =>
  messageId !== undefined && (code === 'NOT_FOUND' || reason === 'message.deleted');

const namingOf = ({
  mentionIds,
  mentionsAll,
}: Pick<QueuedMessage, 'mentionIds' | 'mentionsAll'>) => ({
  mentionIds: mentionIds && [...mentionIds],
  mentionsAll,
});

/** Uploads the files of a message; returns the outcome of the message if they cannot be sent now. */
export type SendFiles = (
  client: Client,
  queued: QueuedMessage,
) => Promise<readonly QueuedFile[] | SendOutcome>;

interface Sent {
  readonly message: ChannelMessage | undefined;
  readonly error: Parameters<typeof requestProblemOf>[0];
}

async function post(client: Client, queued: QueuedMessage): Promise<Sent> {
  const { channelId, topicId, clientId, body, replyToId, files } = queued;
  const attachmentIds = files?.map(({ attachmentId }) => attachmentId!);
  const said = { topicId, body, replyToId, attachmentIds, ...namingOf(queued) };
  const input = { channelId, clientId, ...said };
  const { data, error } = await client.mutation(POST_MESSAGE, { input });
  // The answered message may have been deleted or expired. The new message is then sent without the reference.
  if (replyToId && requestProblemOf(error)?.code === 'NOT_FOUND')
    return post(client, { ...queued, replyToId: undefined });
  return { message: data?.postMessage, error };
}

async function change(
  client: Client,
  messageId: string,
  { body, reaction, ...named }: QueuedMessage,
) {
  if (reaction) {
    const { data, error } = await client.mutation(REACT_TO_MESSAGE, {
      input: { messageId, ...reaction },
    });
    return { message: data?.react, error };
  }
  const input = { messageId, body, ...namingOf(named) };
  const { data, error } = await client.mutation(EDIT_MESSAGE, { input });
  return { message: data?.editMessage, error };
}

/** Loads the upload code on first use. Offline this fails, and the message stays queued. */
const bring = async (client: Client, queued: QueuedMessage, sendFiles: () => Promise<SendFiles>) =>
  sendFiles().then(
    (send) => send(client, queued),
    () => 'waits' as const,
  );

const isOutcome = (files: readonly QueuedFile[] | SendOutcome | undefined): files is SendOutcome =>
  files !== undefined && !Array.isArray(files);

/** Sends the outbox from any page: on start, when the connection returns, and when the page becomes visible. */
export function OutboxSender({ sendFiles }: { sendFiles: () => Promise<SendFiles> }): null {
  const client = useClient();
  const toast = useToast();
  useEffect(() => {
    const send = async (queued: QueuedMessage): Promise<SendOutcome> => {
      const files = queued.files && (await bring(client, queued, sendFiles));
      if (isOutcome(files)) return files;
      const { message, error } = queued.messageId
        ? await change(client, queued.messageId, queued)
        : await post(client, { ...queued, files });
      if (message) for (const listener of listeners) listener(message);
      const problem = requestProblemOf(error);
      if (!problem) return 'sent';
      if (isTemporary(problem)) return 'waits';
      // The message was posted, but the response was lost and the message has expired since.
      if (problem.reason === 'message.expired') return 'sent';
      if (!queued.reaction && !isOver(queued, problem)) return { refused: problem };
      toast({ text: problemText(problem), icon: 'alert' });
      // The author cannot edit a reaction or a change to a deleted message, so the failed item is dropped.
      return 'sent';
    };
    const stops = [
      setOutboxSender(send),
      onConnectionChange(() => {
        if (connectionState() === 'online') sendOutbox();
      }),
    ];
    document.addEventListener('visibilitychange', sendOutbox);
    return () => {
      for (const stop of stops) stop();
      document.removeEventListener('visibilitychange', sendOutbox);
    };
  }, [client, toast, sendFiles]);
  return null;
}
