import { useLingui } from '@lingui/react/macro';
import { useClient } from 'urql';
import { requestProblemOf, problemText } from '../../../lib/server/errors';
import { useToast } from '../../../ui/actions/toast';
import type { ChannelMessage } from '../list/message-history.graphql';
import { DELETE_MESSAGE, UNDO_DELETE_MESSAGE } from './message-actions.graphql';
import './error-texts';

/**
 * Deletes a message of the viewer, which hides it from everybody at once, and offers to undo the deletion while the
 * server allows that.
 */
export function useDeletion(onChanged: (message: ChannelMessage) => void) {
  const { t } = useLingui();
  const client = useClient();
  const toast = useToast();
  const settle = (
    changed: ChannelMessage | undefined,
    error: Parameters<typeof requestProblemOf>[0],
  ) => {
    const problem = requestProblemOf(error);
    if (problem) toast({ text: problemText(problem), icon: 'alert' });
    if (changed) onChanged(changed);
    return changed !== undefined;
  };
  const undo = async (id: string) => {
    const { data, error } = await client.mutation(UNDO_DELETE_MESSAGE, { id });
    if (settle(data?.undoDeleteMessage, error)) toast({ text: t`Tu mensaje volvió` });
  };
  return async (id: string): Promise<void> => {
    const { data, error } = await client.mutation(DELETE_MESSAGE, { id });
    if (!settle(data?.deleteMessage, error)) return;
    toast({
      text: t`Ya nadie ve tu mensaje`,
      left: (seconds) => t`Se borra del todo en ${seconds} s`,
      onUndo: () => void undo(id),
    });
  };
}
