import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { useAct } from '../../lib/use-act';
import { Problem } from '../../ui/banner';
import { Button } from '../../ui/button';
import type { IconName } from '../../ui/icon';
import { CLOSE, type DeskReport, RELEASE, REMOVE_CONTENT } from './desk.graphql';
import { SuspendDialog } from './suspend-dialog';
import './reasons';

interface ReportActsProps {
  report: DeskReport;
  /** It left the desk; `text` says how. */
  onDone: (text: string) => void;
}

/** What one moderator may do alone. Each ends the report, except giving it back. */
export function ReportActs({ report: { id, viewerCan }, onDone }: ReportActsProps) {
  const { t } = useLingui();
  const [isSuspending, setSuspending] = useState(false);
  const act = { id, onDone };
  return (
    <section className="stack stack--3">
      <h2>
        <Trans>Qué haces</Trans>
      </h2>
      {viewerCan.includes('removeContent') && (
        <ActButton {...act} document={REMOVE_CONTENT} icon="trash" done={t`Contenido quitado`}>
          <Trans>Quitar el contenido</Trans>
        </ActButton>
      )}
      {viewerCan.includes('suspend') && (
        <Button kind="danger-line" block icon="lock" onClick={() => setSuspending(true)}>
          <Trans>Suspender la cuenta</Trans>
        </Button>
      )}
      {viewerCan.includes('close') && (
        <ActButton {...act} document={CLOSE} icon="check" done={t`Cerrado sin medidas`}>
          <Trans>Cerrar sin medidas</Trans>
        </ActButton>
      )}
      {viewerCan.includes('release') && (
        <ActButton {...act} document={RELEASE} icon="back" done={t`Devuelto a la Mesa`}>
          <Trans>Devolver a la Mesa</Trans>
        </ActButton>
      )}
      <SuspendDialog {...act} isOpen={isSuspending} onClose={() => setSuspending(false)} />
    </section>
  );
}

interface ActButtonProps {
  id: string;
  document: typeof CLOSE | typeof RELEASE | typeof REMOVE_CONTENT;
  icon: IconName;
  /** What the toast says afterwards. */
  done: string;
  onDone: ReportActsProps['onDone'];
  children: ReactNode;
}

function ActButton({ id, document, icon, done, onDone, children }: ActButtonProps) {
  const act = useAct<unknown, { id: string }>(document);
  const run = async () => {
    if (await act.run({ id })) onDone(done);
  };
  return (
    <>
      <Problem text={act.message} />
      <Button block icon={icon} isBusy={act.isBusy} onClick={() => void run()}>
        {children}
      </Button>
    </>
  );
}
