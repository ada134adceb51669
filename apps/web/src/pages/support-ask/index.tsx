import { useLingui } from '@lingui/react/macro';
import { Navigate, useNavigate, useParams } from 'react-router';
import { useAskDraft } from '../../features/support/ask/ask-draft';
import {
  type AskStep,
  askPath,
  isAskStep,
  isStepBefore,
  stepAfter,
  stepBefore,
} from '../../features/support/ask/ask-steps';
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
import { StepProgress } from '../../features/support/ask/step-frame';
import { useMe } from '../../lib/server/session';
import { Skeleton } from '../../ui/display/skeleton';
import { NotFound } from '../../ui/page/not-found';
import { Page } from '../../ui/page/page';

/** One question of the form to ask for support. The answers stay on this device until the request is sent. */
export default function AskSupportPage() {
  const { t } = useLingui();
  const { step = 'danger' } = useParams();
  const { language, standing } = useMe();
  const { draft, isStored, change, discard } = useAskDraft(language);
  const navigate = useNavigate();
  if (!isAskStep(step) || standing === 'staff' || standing === 'suspended') return <NotFound />;
  const before = stepBefore(step);
  const after = stepAfter(step);
  const back = { to: before ? askPath(before) : '/support', label: t`Volver` };
  // A link to a later page leads to the first of the two required questions that has no answer.
  const missing = draft && (!draft.danger ? 'danger' : !draft.kind ? 'kind' : undefined);
  if (missing && isStepBefore(missing, step)) return <Navigate to={askPath(missing)} replace />;
  return (
    <Page key={step} width={600} title={t`Pedir apoyo`} back={back}>
      <StepProgress step={step} isStored={isStored} onDiscard={discard} />
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
    </Page>
  );
}

function Step({ step, ...props }: StepProps & { step: AskStep }) {
  if (step === 'danger') return <DangerStep {...props} />;
  if (step === 'kind') return <KindStep {...props} />;
  if (step === 'goal') return <GoalStep {...props} />;
  if (step === 'tried') return <TriedStep {...props} />;
  if (step === 'readers') return <ReadersStep {...props} />;
  if (step === 'languages') return <LanguagesStep {...props} />;
  if (step === 'reach') return <ReachStep {...props} />;
  return <CheckStep {...props} />;
}
