import { Trans, useLingui } from '@lingui/react/macro';
import { useParams } from 'react-router';
import { CaseFileView } from '../../features/support/cases/case-file';
import { useCase } from '../../features/support/cases/use-case';
import type { RequestProblem } from '../../lib/server/errors';
import { ButtonLink } from '../../ui/actions/button';
import { Skeleton } from '../../ui/display/skeleton';
import { EmptyState } from '../../ui/page/empty-state';
import { LoadFailed } from '../../ui/page/load-failed';
import { Page } from '../../ui/page/page';

/** One request or case that is assigned to the viewer. */
export default function CasePage() {
  const { id = '' } = useParams();
  return <Opened key={id} id={id} />;
}

function Opened({ id }: { id: string }) {
  const { t } = useLingui();
  const { file, problem, reopen } = useCase(id);
  return (
    <Page title={t`Caso`} back={{ to: '/cases', label: t`Casos` }} width={688}>
      {file && <CaseFileView file={file} onAnswered={() => void reopen()} />}
      {!file && problem && <NotOpen problem={problem} onRetry={() => void reopen()} />}
      {!file && !problem && <Skeleton kind="text" />}
    </Page>
  );
}

function NotOpen({ problem, onRetry }: { problem: RequestProblem; onRetry: () => void }) {
  if (problem.code !== 'NOT_FOUND') return <LoadFailed problem={problem} onRetry={onRetry} />;
  return (
    <EmptyState
      level="h1"
      title={<Trans>Ya no está en tus manos</Trans>}
      actions={
        <ButtonLink kind="primary" to="/cases">
          <Trans>Volver a Casos</Trans>
        </ButtonLink>
      }
    >
      <Trans>
        Puede que se terminara tu tiempo, que quien lo pidió lo retirara, o que ya no te toque por
        cercanía.
      </Trans>
    </EmptyState>
  );
}
