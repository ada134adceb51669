import type { ReactNode } from 'react';
import type { AnyVariables, DocumentInput } from 'urql';
import { useAct } from '../../lib/server/use-act';
import { Confirm, ConfirmDialog, type Question } from './confirm';
import { useToast } from './toast';

interface Act<Data, Variables extends AnyVariables> extends Pick<
  Question,
  'title' | 'actLabel' | 'children' | 'details'
> {
  document: DocumentInput<Data, Variables>;
  variables: Variables;
  actKind: 'danger' | 'primary';
  /** What the toast says afterwards. */
  done: string;
  onDone: () => void;
}

/** The question before a mutation; what was done is said. */
function useQuestion<Data, Variables extends AnyVariables>(act: Act<Data, Variables>): Question {
  const { document, variables, done, onDone, ...asked } = act;
  const toast = useToast();
  const { run, isBusy, message } = useAct(document);
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
  /** Whom it is about, too. */
  ariaLabel: string;
};

/** A mutation with consequences for somebody: asked once more, done, and said. */
export function ConfirmedAct<Data, Variables extends AnyVariables>(
  props: ConfirmedActProps<Data, Variables>,
) {
  const { label, ariaLabel, ...act } = props;
  return <Confirm kind="text" label={label} ariaLabel={ariaLabel} {...useQuestion(act)} />;
}

type ActDialogProps<Data, Variables extends AnyVariables> = Act<Data, Variables> & {
  onClose: () => void;
};

/** The same without its button, for acts that are chosen in a menu. */
export function ActDialog<Data, Variables extends AnyVariables>(
  props: ActDialogProps<Data, Variables>,
) {
  const { onClose, ...act } = props;
  return <ConfirmDialog isOpen onClose={onClose} {...useQuestion(act)} />;
}
