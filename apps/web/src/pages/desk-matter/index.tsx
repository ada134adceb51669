import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useParams } from 'react-router';
import '../../features/audit/error-texts';
import { UNDO_MODERATION_ACT } from '../../features/moderation/acts/moderation-acts.graphql';
import { type OpenActForm, MatterActions } from '../../features/moderation/matters/matter-actions';
import { MatterFileView } from '../../features/moderation/matters/matter-file';
import type { ReportFile } from '../../features/moderation/matters/matters.graphql';
import { MatterBadges } from '../../features/moderation/matters/matter-queue';
import { type OpenMatter, useMatter } from '../../features/moderation/matters/use-matter';
import '../../features/settings/error-texts';
import { usePasswordConfirmation } from '../../features/signin/use-password-confirmation';
import { usePageNavigate } from '../../lib/page/use-page-navigate';
import { useMutationState } from '../../lib/server/use-mutation-state';
import { Banner, ErrorBanner } from '../../ui/display/banner';
import { Button, ButtonLink } from '../../ui/actions/button';
import { EmptyState } from '../../ui/page/empty-state';
import { usePageLayout } from '../../ui/page/page';
import { RelativeTime } from '../../ui/display/relative-time';
import { Skeleton } from '../../ui/display/skeleton';
import { useToast } from '../../ui/actions/toast';
import { DeskPanes, DeskQueue } from '../desk/desk-frame';

/** One matter: queue, reports and actions, in panes or below each other. */
export default function DeskMatterPage() {
  const { t } = useLingui();
  const { id = '' } = useParams();
  usePageLayout({ back: { to: '/desk', label: t`Mesa` }, title: t`Asunto`, isSlim: true });
  return (
    <DeskPanes>
      <DeskQueue currentId={id} />
      <Opened key={id} id={id} />
    </DeskPanes>
  );
}

function Opened({ id }: { id: string }) {
  const { t } = useLingui();
  const open = useMatter(id);
  const [act, setAct] = useState<OpenActForm>();
  const navigate = usePageNavigate();
  const toast = useToast();
  const onActed = useActed(open, () => setAct(undefined));
  const onDone = (text: string) => {
    toast({ text });
    navigate('/desk');
  };
  const { matter, file, isGone } = open;
  const { confirm: onConfirm, sheet } = usePasswordConfirmation();
  const isRemovalAsked = Boolean(file?.removalId);
  const acting = { act, onAct: setAct, onActed, onConfirm, onDone, isRemovalAsked };
  return (
    <>
      <main id="main" tabIndex={-1} className="file stack">
        {isGone && <Gone />}
        {!isGone && !matter && <Loading message={open.message} />}
        {matter && <Heading open={open} />}
        {matter && file && (
          <MatterFileView matter={matter} file={file} onAct={setAct} onActed={onActed} />
        )}
      </main>
      {matter && file && (
        <aside className="rev stack" aria-label={t`Qué haces`}>
          <MatterActions matter={matter} name={reportFor(act, file.reports)?.knownAs} {...acting} />
        </aside>
      )}
      {sheet}
    </>
  );
}

/** The report that an act is about: its own, or else the latest. */
const reportFor = (act: OpenActForm | undefined, reports: readonly ReportFile[]) =>
  reports.find(({ id }) => act && 'reportId' in act && act.reportId === id) ?? reports.at(-1);

/** Returns a function to call after an action: shows a toast, with undo where possible, and reloads the file. */
function useActed({ open }: OpenMatter, onClose: () => void) {
  const toast = useToast();
  const undo = useMutationState(UNDO_MODERATION_ACT);
  return (text: string, undoId?: string) => {
    const takeBack = async () => {
      await undo.run({ noticeId: undoId! });
      await open();
    };
    toast({ text, ...(undoId && { onUndo: () => void takeBack() }) });
    onClose();
    void open();
  };
}

function Loading({ message }: { message: string | undefined }) {
  return message ? <ErrorBanner text={message} /> : <Skeleton rows={4} kind="text" />;
}

function Heading({ open }: { open: OpenMatter }) {
  const { matter, file, isStale } = open;
  if (!matter) return null;
  return (
    <>
      <div className="stack stack--2">
        <span className="eyebrow">
          <RelativeTime at={matter.createdAt} />
        </span>
        <h1>
          <Trans>Asunto</Trans>
        </h1>
        <span className="wrap">
          <MatterBadges matter={matter} />
        </span>
      </div>
      {isStale && <Changed onOpen={() => void open.open()} />}
      {matter.isTaken && (
        <Banner icon="eye">
          <Trans>Otra persona de moderación lo lleva. Si lo devuelve, vuelve a la cola.</Trans>
        </Banner>
      )}
      {!matter.isTaken && !file && <OnTheRecord open={open} />}
    </>
  );
}

/** Opening a file is recorded in the audit log, so it needs a click of the viewer. */
function OnTheRecord({ open }: { open: OpenMatter }) {
  return (
    <div className="stack">
      <ErrorBanner text={open.message} />
      <p className="muted">
        <Trans>
          Al abrirlo verás lo que se reenvió. Queda anotado que lo abriste y por qué; no verás quién
          reportó.
        </Trans>
      </p>
      <Button kind="primary" block icon="eye" isBusy={open.isBusy} onClick={() => void open.open()}>
        {open.matter?.isMine ? <Trans>Abrir</Trans> : <Trans>Tomarlo y abrir</Trans>}
      </Button>
    </div>
  );
}

function Changed({ onOpen }: { onOpen: () => void }) {
  return (
    <Banner look="info" role="status" title={<Trans>Algo cambió en este asunto</Trans>}>
      <Button kind="text" small onClick={onOpen}>
        <Trans>Volver a abrirlo</Trans>
      </Button>
    </Banner>
  );
}

function Gone() {
  return (
    <EmptyState
      level="h1"
      title={<Trans>Este asunto ya no está en tu Mesa</Trans>}
      actions={
        <ButtonLink kind="primary" to="/desk">
          <Trans>Ir a la Mesa</Trans>
        </ButtonLink>
      }
    >
      <Trans>
        Puede que se cerrara, también por ti: un asunto cerrado sale de la Mesa y solo vuelve si
        alguien apela. O que no te toque por cercanía.
      </Trans>
    </EmptyState>
  );
}
