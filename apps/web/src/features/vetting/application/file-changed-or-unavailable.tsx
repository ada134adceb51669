import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { type RequestProblem, problemText } from '../../../lib/server/errors';
import { Banner } from '../../../ui/display/banner';
import { Button, ButtonLink } from '../../../ui/actions/button';
import { EmptyState } from '../../../ui/page/empty-state';
import { Skeleton } from '../../../ui/display/skeleton';

/** Tells that the file has changed. It is not reloaded automatically, because each opening is audited. */
export function FileChangedNotice({ title, onOpen }: { title: ReactNode; onOpen: () => void }) {
  return (
    <Banner look="info" role="status" title={title}>
      <Button kind="text" small onClick={onOpen}>
        <Trans>Volver a abrirla</Trans>
      </Button>
    </Banner>
  );
}

interface NoFileProps {
  problem: RequestProblem | undefined;
  /** Explains why the file may be unavailable. */
  whyGone: ReactNode;
}

/** Replaces a file that is loading, unavailable or failed to load. */
export function FileUnavailable({ problem, whyGone }: NoFileProps) {
  if (!problem) return <Skeleton rows={4} kind="text" />;
  const isGone = problem.code === 'NOT_FOUND';
  return (
    <EmptyState
      level="h1"
      title={isGone ? <Trans>Ya no está en tu Mesa</Trans> : <Trans>Ahora no se puede abrir</Trans>}
      actions={
        <ButtonLink to="/desk">
          <Trans>Volver a la Mesa</Trans>
        </ButtonLink>
      }
    >
      {isGone ? whyGone : problemText(problem)}
    </EmptyState>
  );
}
