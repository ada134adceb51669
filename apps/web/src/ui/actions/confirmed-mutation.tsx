import type { ReactNode } from 'react';
import type { AnyVariables, DocumentInput } from 'urql';
import { useMutationState } from '../../lib/server/use-mutation-state';
import { ConfirmButton, ConfirmDialog, type ConfirmQuestion } from './confirm';
import { useToast } from './toast';

interface Act<Data, Variables extends AnyVariables> extends Pick<
  ConfirmQuestion,
  'title' | 'actLabel' | 'children' | 'details'
> {
  document: DocumentInput<Data, Variables>;
  variables: Variables;
  actKind: 'danger' | 'primary';
  /** Toast text after success. */
  done: string;
  onDone: () => void;
}

/** Returns the props of a confirmation dialog that runs a mutation and then shows a toast. */
function useQuestion<Data, Variables extends AnyVariables>(
  act: Act<Data, Variables>,
): ConfirmQuestion {
  const { document, variables, done, onDone, ...asked } = act;
  const toast = useToast();
  const { run, isBusy, message } = useMutationState(document);
  const onAct = async () => {
    if (!(await run(variables))) return false;
    toast({ text: done });
    onDone();
    return true;
  };
  return { ...asked, isBusy, message, onAct };
}

type ConfirmedActProps<Data, Variables extends AnyVariables> = Act<Data, Variables> & {
  label: ReactNode;
  /** Accessible name that includes the person. */
  ariaLabel: string;
};

/** Button for a mutation with consequences for a person: asks for confirmation, runs the mutation and shows a toast. */
export function ConfirmedMutationButton<Data, Variables extends AnyVariables>(
  props: ConfirmedActProps<Data, Variables>,
) {
  const { label, ariaLabel, ...act } = props;
  return <ConfirmButton kind="text" label={label} ariaLabel={ariaLabel} {...useQuestion(act)} />;
}

type ActDialogProps<Data, Variables extends AnyVariables> = Act<Data, Variables> & {
  onClose: () => void;
};

/** Dialog of `ConfirmedMutationButton` without the button, for actions in a menu. */
export function ConfirmedMutationDialog<Data, Variables extends AnyVariables>(
  props: ActDialogProps<Data, Variables>,
) {
  const { onClose, ...act } = props;
  return <ConfirmDialog isOpen onClose={onClose} {...useQuestion(act)} />;
}
