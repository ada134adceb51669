import { Trans, useLingui } from '@lingui/react/macro';
import { useParams } from 'react-router';
import { hasAnswerDraft } from '../../features/support/cases/answer-drafts';
import { isClosedCase } from '../../features/support/cases/closed-cases';
import { CaseFileView } from '../../features/support/cases/case-file';
import { useCase } from '../../features/support/cases/use-case';
import { usePasswordConfirmation } from '../../features/signin/use-password-confirmation';
import { VoicePartsLoader } from '../../features/support/voice/voice-parts';
import type { RequestProblem } from '../../lib/server/errors';
import { ButtonLink } from '../../ui/actions/button';
import { Skeleton } from '../../ui/display/skeleton';
import { EmptyState } from '../../ui/page/empty-state';
import { LoadFailed } from '../../ui/page/load-failed';
import { Page } from '../../ui/page/page';
import { loadVoiceParts } from '../support-ask/load-voice-parts';
import { PickPerson } from '../support-request/pick-person';

/** One request or case that is assigned to the viewer. */
export default function CasePage() {
  const { id = '' } = useParams();
  return <AssignedCase key={id} id={id} />;
}

/** An accepted case has two columns on a wide screen, like the home page. */
const WIDE = { className: 'stack stack--5 home' };

function AssignedCase({ id }: { id: string }) {
  const { t } = useLingui();
  const { file, problem, reopen, renew, canRenew } = useCase(id);
  const { confirm, sheet } = usePasswordConfirmation();
  const layout = file?.stage === 'accepted' ? WIDE : ({ width: 688 } as const);
  return (
    <Page title={t`Caso`} back={{ to: '/cases', label: t`Casos` }} {...layout}>
      {file && (
        <VoicePartsLoader value={loadVoiceParts}>
          <CaseFileView
            file={file}
            dialogs={{ pickPerson: PickPerson, onConfirm: confirm }}
            onAnswered={() => void reopen().then(startAtTop)}
            onRenew={canRenew ? () => void renew() : undefined}
          />
        </VoicePartsLoader>
      )}
      {sheet}
      {!file && problem && <NotOpen id={id} problem={problem} onRetry={() => void reopen()} />}
      {!file && !problem && <Skeleton kind="text" />}
    </Page>
  );
}

/** The case takes the place of the request, so the person reads it from its beginning, like a new page. */
function startAtTop() {
  scrollTo(0, 0);
  document.getElementById('main')?.focus({ preventScroll: true });
}

interface NotOpenProps {
  id: string;
  problem: RequestProblem;
  onRetry: () => void;
}

function NotOpen({ id, problem, onRetry }: NotOpenProps) {
  if (problem.code !== 'NOT_FOUND') return <LoadFailed problem={problem} onRetry={onRetry} />;
  const isClosed = isClosedCase(id);
  return (
    <EmptyState
      level="h1"
      title={isClosed ? <Trans>Cerraste este caso</Trans> : <Trans>Ya no está en tus manos</Trans>}
      actions={
        <ButtonLink kind="primary" to="/cases">
          <Trans>Volver a Casos</Trans>
        </ButtonLink>
      }
    >
      {isClosed ? (
        <Trans>
          Ya no lo puedes abrir. Quien lo pidió lee tu mensaje de cierre hasta 90 días después de
          que se cerró. Si el caso vuelve a ti, lo verás en «Casos» y en «Inicio».
        </Trans>
      ) : (
        <Trans>
          Tal vez se cerró, pasó el tiempo, quien lo pidió lo retiró o ya no te corresponde. Un caso
          cerrado no se puede abrir. Si te vuelve a tocar, lo verás en «Casos» y en «Inicio».
        </Trans>
      )}
      {hasAnswerDraft(id) && (
        <>
          {' '}
          <Trans>Si vuelves a tomarlo, encontrarás lo que escribiste.</Trans>
        </>
      )}
    </EmptyState>
  );
}
