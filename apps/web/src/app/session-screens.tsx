import { Trans } from '@lingui/react/macro';
import { useEffect } from 'react';
import { problemText, type RequestProblem } from '../lib/server/errors';
import { currentLanguage } from '../lib/text/language';
import { finishPendingSignOut } from '../lib/device/leave-device';
import { Button } from '../ui/actions/button';
import { EmptyState } from '../ui/page/empty-state';
import { Skeleton } from '../ui/display/skeleton';

/** Placeholder with the shape of the shell, shown before the server has identified the account. */
export function SessionLoading() {
  return (
    <>
      <div className="topbar">
        <span className="brand">
          <span>Trama</span>
        </span>
      </div>
      <main className="page" id="main" tabIndex={-1}>
        <Skeleton />
      </main>
    </>
  );
}

/** Shown when the session cannot be loaded because the network or the server is down. */
export function SessionFailed({
  problem,
  onRetry,
}: {
  problem: RequestProblem;
  onRetry: () => void;
}) {
  const isOffline = problem.code === 'OFFLINE';
  return (
    <main className="page" id="main" tabIndex={-1}>
      <EmptyState
        level="h1"
        title={isOffline ? <Trans>Sin conexión</Trans> : <Trans>No pudimos abrir Trama</Trans>}
        actions={
          <Button kind="primary" onClick={onRetry}>
            <Trans>Reintentar</Trans>
          </Button>
        }
      >
        {isOffline ? <Trans>Trama se abre en cuanto vuelva la señal.</Trans> : problemText(problem)}
      </EmptyState>
    </main>
  );
}

/** Shown when the device was locked offline: the session must end before any page is shown. */
export function DeviceLocked() {
  const retry = async () => {
    if (await finishPendingSignOut()) location.reload();
  };
  return (
    <main className="page" id="main" tabIndex={-1}>
      <EmptyState
        level="h1"
        title={<Trans>Este dispositivo está bloqueado</Trans>}
        actions={
          <Button kind="primary" onClick={() => void retry()}>
            <Trans>Reintentar</Trans>
          </Button>
        }
      >
        <Trans>
          Falta cerrar tu sesión en el servidor. Se hace sola al volver la señal; después puedes
          entrar de nuevo.
        </Trans>
      </EmptyState>
    </main>
  );
}

/** Redirects an applicant to the status page, which is outside of the app. */
export function RedirectToStatus() {
  useEffect(() => location.replace(`/${currentLanguage()}/join/status`), []);
  return <SessionLoading />;
}
