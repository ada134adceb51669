import type { ReactNode } from 'react';
import type { AnyVariables, DocumentInput } from 'urql';
import { useAct } from '../../lib/server/use-act';
import { Confirm } from './confirm';
import { useToast } from './toast';

interface ConfirmedActProps<Data, Variables extends AnyVariables> {
  document: DocumentInput<Data, Variables>;
  variables: Variables;
  label: ReactNode;
  /** Whom it is about, too. */
  ariaLabel: string;
  title: ReactNode;
  actKind: 'danger' | 'primary';
  actLabel: ReactNode;
  /** What it means, said before it is done. */
  children: ReactNode;
  details?: ReactNode;
  /** What the toast says afterwards. */
  done: string;
  onDone: () => void;
}

/** A mutation with consequences for somebody: asked once more, done, and said. */
export function ConfirmedAct<Data, Variables extends AnyVariables>(
  props: ConfirmedActProps<Data, Variables>,
) {
  const { document, variables, done, onDone, ...asked } = props;
  const toast = useToast();
  const { run, isBusy, message } = useAct(document);
  const act = async () => {
    if (!(await run(variables))) return false;
    toast({ text: done });
    onDone();
    return true;
  };
  return <Confirm kind="text" isBusy={isBusy} message={message} onAct={act} {...asked} />;
}
