import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { type Problem, sentence } from '../../../lib/server/errors';
import { Banner } from '../../../ui/display/banner';
import { Button, ButtonLink } from '../../../ui/actions/button';
import { EmptyState } from '../../../ui/page/empty-state';
import { Skeleton } from '../../../ui/display/skeleton';

/** Opening again is written down, so it is the reader's own act. */
export function ChangedFile({ title, onOpen }: { title: ReactNode; onOpen: () => void }) {
  return (
    <Banner look="info" role="status" title={title}>
      <Button kind="text" small onClick={onOpen}>
        <Trans>Volver a abrirla</Trans>
      </Button>
    </Banner>
  );
}

interface NoFileProps {
  problem: Problem | undefined;
  /** Why it may have left the reader's desk. */
  whyGone: ReactNode;
}

/** In place of a file that is being opened, is no longer the reader's, or cannot be opened now. */
export function NoFile({ problem, whyGone }: NoFileProps) {
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
      {isGone ? whyGone : sentence(problem)}
    </EmptyState>
  );
}
