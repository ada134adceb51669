import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Navigate, useLocation, useNavigate, useParams } from 'react-router';
import { useQuery } from 'urql';
import { type AskDraft, useAskDraft } from '../../features/support/ask/ask-draft';
import {
  type AskStep,
  askPath,
  askStepsFor,
  isAskStep,
  isFromCheckPage,
  isStepBefore,
  stepAfter,
  stepBefore,
} from '../../features/support/ask/ask-steps';
import { CallNowLink } from '../../features/support/ask/call-now-link';
import { CheckStep } from '../../features/support/ask/check-step';
import {
  DangerStep,
  GoalStep,
  KindStep,
  LanguagesStep,
  ReachStep,
  ReadersStep,
  type StepProps,
  TriedStep,
} from '../../features/support/ask/questions';
import { BeneficiaryStep } from '../../features/support/ask/beneficiary-step';
import { StepProgress } from '../../features/support/ask/step-frame';
import '../../features/support/guests/guest-error-texts';
import { GUEST_ASKING } from '../../features/support/guests/guests.graphql';
import { useGuestDraft } from '../../features/support/guests/use-guest-draft';
import {
  deleteUnsavedVoices,
  useUnsavedQuestion,
} from '../../features/support/voice/unsaved-voices';
import { VoicePartsLoader } from '../../features/support/voice/voice-parts';
import { problemText } from '../../lib/server/errors';
import { useMe } from '../../lib/server/session';
import { ButtonLink } from '../../ui/actions/button';
import { Banner } from '../../ui/display/banner';
import { Skeleton } from '../../ui/display/skeleton';
import { Check } from '../../ui/forms/choice';
import { NotFound } from '../../ui/page/not-found';
import { Page } from '../../ui/page/page';
import { loadVoiceParts } from './load-voice-parts';

/** One question of the form to ask for support. The answers stay on this device until the request is sent. */
export default function AskSupportPage() {
  const { language, standing } = useMe();
  if (standing === 'staff' || standing === 'suspended') return <NotFound />;
  return (
    <VoicePartsLoader value={loadVoiceParts}>
      {standing === 'guest' ? (
        <AskAsGuest language={language} />
      ) : (
        <AskWithAccount language={language} />
      )}
    </VoicePartsLoader>
  );
}

function AskWithAccount({ language }: { language: string }) {
  return <AskStepPage {...useAskDraft(language)} />;
}

/** The answers stay in memory, unless the person asks to store them. */
function AskAsGuest({ language }: { language: string }) {
  const { store, ...form } = useGuestDraft(language);
  const [{ data }] = useQuery({ query: GUEST_ASKING, requestPolicy: 'cache-and-network' });
  const reason = data?.guestAskingClosedBecause;
  return (
    <AskStepPage {...form}>
      {reason && (
        <Banner look="warn" icon="info" role="status">
          {problemText({ code: 'CONFLICT', reason, fields: {} })} <CallNowLink reason={reason} />
          {reason === 'support.haveAccount' && (
            // Another app than the pages of guests, so no link of the router.
            <a href="/app/support/ask">
              <Trans>Pedir apoyo con mi cuenta</Trans>
            </a>
          )}
        </Banner>
      )}
      {form.draft && (
        <Check checked={form.isStored} onChange={({ target }) => store(target.checked)}>
          <Trans>
            Guardar lo que escribo en este teléfono o computadora por 24 horas. Quien lo use puede
            leerlo.
          </Trans>
        </Check>
      )}
    </AskStepPage>
  );
}

interface AskStepPageProps extends Omit<ReturnType<typeof useAskDraft>, 'change'> {
  change: (changed: Partial<AskDraft>) => void;
  children?: ReactNode;
}

function AskStepPage({ draft, isStored, change, discard, children }: AskStepPageProps) {
  const { t } = useLingui();
  const { step = 'danger' } = useParams();
  const { standing } = useMe();
  const { state } = useLocation();
  const steps = askStepsFor(standing);
  const navigate = useNavigate();
  const unsaved = useUnsavedQuestion(draft?.sendKey);
  if (!isAskStep(step) || !steps.includes(step)) return <NotFound />;
  const isChange = isFromCheckPage(state) && step !== 'check';
  const before = isChange ? 'check' : stepBefore(step, steps);
  const after = isChange ? 'check' : stepAfter(step, steps);
  const back = { to: before ? askPath(before) : '/support', label: t`Volver` };
  // A link to a later page leads to the first question that needs the person: a required one without an answer, or one
  // with a recording that is neither stored nor deleted.
  const missing = draft && (!draft.danger ? 'danger' : !draft.kind ? 'kind' : unsaved);
  if (missing && isStepBefore(missing, step)) return <Navigate to={askPath(missing)} replace />;
  const hasVoices = unsaved !== undefined || (draft?.voices ?? []).length > 0;
  const onDiscard = () => {
    deleteUnsavedVoices();
    discard(hasVoices);
  };
  return (
    <Page key={step} width={600} title={t`Pedir apoyo`} back={back}>
      <StepProgress {...{ step, isStored, hasVoices, onDiscard }} />
      {draft ? (
        <Step
          step={step}
          draft={draft}
          onChange={change}
          onNext={() => after && void navigate(askPath(after))}
        />
      ) : (
        <Skeleton kind="text" />
      )}
      {before && (
        <ButtonLink kind="text" block to={askPath(before)}>
          <Trans>Atrás</Trans>
        </ButtonLink>
      )}
      {children}
    </Page>
  );
}

function Step({ step, ...props }: StepProps & { step: AskStep }) {
  if (step === 'danger') return <DangerStep {...props} />;
  if (step === 'kind') return <KindStep {...props} />;
  if (step === 'goal') return <GoalStep {...props} />;
  if (step === 'tried') return <TriedStep {...props} />;
  if (step === 'whom') return <BeneficiaryStep {...props} />;
  if (step === 'readers') return <ReadersStep {...props} />;
  if (step === 'languages') return <LanguagesStep {...props} />;
  if (step === 'reach') return <ReachStep {...props} />;
  return <CheckStep {...props} />;
}
