import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { useAct } from '../../lib/use-act';
import { Problem } from '../../ui/banner';
import { Button, type ButtonKind } from '../../ui/button';
import type { IconName } from '../../ui/icon';
import { HandDialog } from './hand-dialog';
import { CLOSE, type DeskMatter, RELEASE } from './matters.graphql';
import { SuspendDialog } from './suspend-dialog';
import './reasons';

interface MatterActsProps {
  matter: DeskMatter;
  /** After an act that leaves it in hand; `text` says what was done. */
  onActed: (text: string) => void;
  /** It left the viewer's hands; `text` says how. */
  onDone: (text: string) => void;
}

/** What one moderator may do alone, and how a matter leaves their hands. */
export function MatterActs({ matter, onActed, onDone }: MatterActsProps) {
  return (
    <>
      <Acts matter={matter} onActed={onActed} />
      <Onward matter={matter} onDone={onDone} />
    </>
  );
}

function Acts({ matter: { id, viewerCan }, onActed }: Omit<MatterActsProps, 'onDone'>) {
  const [isSuspending, setSuspending] = useState(false);
  return (
    <section className="stack stack--3">
      <h2>
        <Trans>Qué haces</Trans>
      </h2>
      {viewerCan.includes('suspend') && (
        <Button kind="danger-line" block icon="lock" onClick={() => setSuspending(true)}>
          <Trans>Suspender la cuenta</Trans>
        </Button>
      )}
      <SuspendDialog
        id={id}
        isOpen={isSuspending}
        onClose={() => setSuspending(false)}
        onDone={onActed}
      />
    </section>
  );
}

function Onward({ matter: { id }, onDone }: Omit<MatterActsProps, 'onActed'>) {
  const { t } = useLingui();
  const [isHanding, setHanding] = useState(false);
  const released = () => onDone(t`Devuelto a la Mesa`);
  const closed = () => onDone(t`Asunto cerrado`);
  return (
    <section className="stack stack--3">
      <h2>
        <Trans>Cómo sigue</Trans>
      </h2>
      <Button block icon="people" onClick={() => setHanding(true)}>
        <Trans>Pasarlo a otra persona</Trans>
      </Button>
      <ActButton id={id} document={RELEASE} icon="back" onDone={released}>
        <Trans>Devolver a la Mesa</Trans>
      </ActButton>
      <ActButton id={id} document={CLOSE} icon="check" kind="primary" onDone={closed}>
        <Trans>Cerrar el asunto</Trans>
      </ActButton>
      <HandDialog id={id} isOpen={isHanding} onClose={() => setHanding(false)} onDone={onDone} />
    </section>
  );
}

interface ActButtonProps {
  id: string;
  document: typeof CLOSE | typeof RELEASE;
  icon: IconName;
  kind?: ButtonKind;
  onDone: () => void;
  children: ReactNode;
}

function ActButton({ id, document, icon, kind = 'line', onDone, children }: ActButtonProps) {
  const act = useAct<unknown, { id: string }>(document);
  const run = async () => {
    if (await act.run({ id })) onDone();
  };
  return (
    <>
      <Problem text={act.message} />
      <Button kind={kind} block icon={icon} isBusy={act.isBusy} onClick={() => void run()}>
        {children}
      </Button>
    </>
  );
}
