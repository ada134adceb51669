import { useLingui } from '@lingui/react/macro';
import { useEffect, useState } from 'react';
import { useParams } from 'react-router';
import { SEE_SUPPORT_REQUEST } from '../../features/support/own/own-requests.graphql';
import { OwnRequestView } from '../../features/support/own/own-request';
import { useOwnRequest } from '../../features/support/own/use-own-request';
import { HelperCaseView } from '../../features/support/helpers/helper-case';
import { countAnswered } from '../../features/support/partners/count-answered';
import { PartnerCaseView } from '../../features/support/partners/partner-case';
import { usePartnerCases } from '../../features/support/partners/use-partner-cases';
import { CaseGone, type CasePart } from '../../features/support/threads/case-gone';
import { VoicePartsLoader } from '../../features/support/voice/voice-parts';
import { useMe } from '../../lib/server/session';
import { useMutationState } from '../../lib/server/use-mutation-state';
import { Skeleton } from '../../ui/display/skeleton';
import { LoadFailed } from '../../ui/page/load-failed';
import { NotFound } from '../../ui/page/not-found';
import { Page } from '../../ui/page/page';
import { loadVoiceParts } from '../support-ask/load-voice-parts';
import { PickPerson } from './pick-person';
import { reportButton } from './report-supporter';

/** One support request of the viewer. */
export default function SupportRequestPage() {
  const { t } = useLingui();
  const { id = '' } = useParams();
  const { standing } = useMe();
  const { request, problem, isGone, again } = useOwnRequest(id);
  const { run: see } = useMutationState(SEE_SUPPORT_REQUEST);
  const hasNews = request?.hasNews ?? false;
  const hasQuestion = request?.hasQuestion ?? false;
  useEffect(() => {
    if (!hasNews) return;
    void see({ id }).then((seen) => {
      // A question counts until it is answered.
      if (seen && !hasQuestion) countAnswered();
    });
  }, [hasNews, hasQuestion, see, id]);
  if (isGone) return <OfOthers id={id} onOwned={again} />;
  return (
    <Page
      width={640}
      title={t`Tu pedido`}
      back={standing === 'guest' ? undefined : { to: '/support', label: t`Apoyo` }}
    >
      {!request && problem && <LoadFailed problem={problem} onRetry={again} />}
      {!request && !problem && <Skeleton kind="text" />}
      {request && (
        <VoicePartsLoader value={loadVoiceParts}>
          <OwnRequestView
            request={request}
            onChanged={again}
            pickPerson={PickPerson}
            reportButton={reportButton}
          />
        </VoicePartsLoader>
      )}
    </Page>
  );
}

/** A case of somebody else, in which the viewer is on the partner side or helps from outside. */
function OfOthers({ id, onOwned }: { id: string; onOwned: () => void }) {
  const { t } = useLingui();
  const { cases, helping, problem, again } = usePartnerCases();
  const one = cases?.find((found) => found.id === id);
  const helped = helping?.find((found) => found.id === id && found.state !== 'asked');
  const part: CasePart | undefined = one ? 'own' : helped ? 'helper' : undefined;
  const [last, setLast] = useState(part);
  if (part && part !== last) setLast(part);
  const isGone = cases !== undefined && !part;
  if (isGone && !last) return <NotFound />;
  return (
    <Page width={640} title={t`Caso`} back={{ to: '/support', label: t`Apoyo` }}>
      {problem && <LoadFailed problem={problem} onRetry={again} />}
      {!cases && !problem && <Skeleton kind="text" />}
      {isGone && last && <CaseGone part={last} level="h1" />}
      {one && <PartnerCaseView {...{ one, onOwned, reportButton }} />}
      {!one && helped && <HelperCaseView one={helped} />}
    </Page>
  );
}
