import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate, useParams } from 'react-router';
import { ReopeningPane } from '../../features/vetting/reopening-file';
import { ReopeningForm } from '../../features/vetting/reopening-form';
import { useReopening } from '../../features/vetting/reopening-hook';
import { sentence, type Problem } from '../../lib/errors';
import { Banner } from '../../ui/banner';
import { Button, ButtonLink } from '../../ui/button';
import { EmptyState } from '../../ui/empty-state';
import { useFrame } from '../../ui/page';
import { Skeleton } from '../../ui/skeleton';
import { useToast } from '../../ui/toast';
import { DeskPanes, DeskQueue } from '../desk/desk-frame';

/** One review that is open again: the queue, why, and what the reader thinks. */
export default function DeskReopening() {
  const { t } = useLingui();
  const { id = '' } = useParams();
  useFrame({ back: { to: '/desk', label: t`Mesa` }, title: t`Revisión reabierta`, isSlim: true });
  return (
    <DeskPanes>
      <DeskQueue currentId={id} />
      <Opened key={id} id={id} />
    </DeskPanes>
  );
}

function Opened({ id }: { id: string }) {
  const { t } = useLingui();
  const { file, problem, isStale, reopen, release } = useReopening(id);
  const navigate = useNavigate();
  const toast = useToast();
  const onWritten = () => {
    toast({ text: t`Opinión enviada` });
    void reopen();
  };
  const leave = async () => {
    await release();
    void navigate('/desk');
  };
  return (
    <>
      <main id="main" tabIndex={-1} className="file stack">
        {isStale && <Changed onOpen={() => void reopen()} />}
        {file && <ReopeningPane file={file} />}
        {!file && (problem ? <Closed problem={problem} /> : <Skeleton rows={4} kind="text" />)}
        {file?.claimEndsAt && (
          <Button kind="text" small onClick={() => void leave()}>
            <Trans>Dejarla para otra persona</Trans>
          </Button>
        )}
      </main>
      <aside className="rev stack" aria-label={t`Lo que piensas`}>
        {file && <ReopeningForm file={file} onWritten={onWritten} />}
      </aside>
    </>
  );
}

function Changed({ onOpen }: { onOpen: () => void }) {
  return (
    <Banner look="info" role="status" title={<Trans>Algo cambió en esta revisión</Trans>}>
      <Button kind="text" small onClick={onOpen}>
        <Trans>Volver a abrirla</Trans>
      </Button>
    </Banner>
  );
}

function Closed({ problem }: { problem: Problem }) {
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
      {isGone ? (
        <Trans>Puede que dos personas ya coincidieran, o que no te toque por cercanía.</Trans>
      ) : (
        sentence(problem)
      )}
    </EmptyState>
  );
}
