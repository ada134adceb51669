import { useLingui } from '@lingui/react/macro';
import { useClient } from 'urql';
import { usePageNavigate } from '../../../lib/page/use-page-navigate';
import { requestProblemOf, problemText } from '../../../lib/server/errors';
import { useMutationState } from '../../../lib/server/use-mutation-state';
import { useToast } from '../../../ui/actions/toast';
import { BRING_BACK_CONVERSATION, PUT_AWAY_CONVERSATION } from './put-away.graphql';
import '../messages/error-texts';

/** Removes an ended conversation from the viewer's list, and offers to undo it. */
export function usePutAway(id: string) {
  const { t } = useLingui();
  const client = useClient();
  const navigate = usePageNavigate();
  const toast = useToast();
  const { run, isBusy, message } = useMutationState(PUT_AWAY_CONVERSATION);
  const undo = async () => {
    const { error } = await client.mutation(BRING_BACK_CONVERSATION, { id });
    const problem = requestProblemOf(error);
    toast(
      problem ? { text: problemText(problem), icon: 'alert' } : { text: t`De vuelta en tu lista` },
    );
  };
  const putAway = async () => {
    if (!(await run({ id }))) return;
    toast({ text: t`Conversación quitada de tu lista`, onUndo: () => void undo() });
    navigate('/channels');
  };
  return { run: putAway, isBusy, message };
}
