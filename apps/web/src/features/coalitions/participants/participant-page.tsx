import { useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import { useLocation, useParams } from 'react-router';
import { useQuery } from 'urql';
import { usePageNavigate } from '../../../lib/page/use-page-navigate';
import { requestProblemOf } from '../../../lib/server/errors';
import { useNews } from '../../../lib/server/use-news';
import { Skeleton } from '../../../ui/display/skeleton';
import { LoadFailed } from '../../../ui/page/load-failed';
import { NotFound } from '../../../ui/page/not-found';
import { Page } from '../../../ui/page/page';
import { useParticipantLabel } from '../taking-part/participant-label';
import { GoneParticipant } from './gone-participant';
import { type Participant, PARTICIPANT_QUERY } from './participants.graphql';

interface ParticipantPageProps {
  title: string;
  /** For a page below that of the participant: its heading, and the action without which it does not exist. */
  part?: { readonly heading: ReactNode; readonly action: Participant['viewerCan'][number] };
  /** `onChanged` is called with the id of the participant, which a change of its name may have changed. */
  children: (participant: Participant, onChanged: (id: string) => void) => ReactNode;
}

/** Page about a participant. It follows the participant when its id changes with its name. */
export function ParticipantPage({ title, part, children }: ParticipantPageProps) {
  const { t } = useLingui();
  const navigate = usePageNavigate();
  const { pathname } = useLocation();
  const { slug = '', id = '' } = useParams();
  const [{ data, error }, refetch] = useQuery({
    query: PARTICIPANT_QUERY,
    variables: { id },
    requestPolicy: 'cache-and-network',
  });
  const again = () => refetch({ requestPolicy: 'network-only' });
  useNews(['group'], again);
  const changed = (current: string) => {
    if (current === id) again();
    else navigate(pathname.replace(id, current), { replace: true });
  };
  const problem = requestProblemOf(error);
  const [seen, setSeen] = useState<{ id: string; partyId: string }>();
  const partyId = data?.participant.group?.id ?? data?.participant.organisation?.id;
  if (partyId && (seen?.id !== id || seen.partyId !== partyId)) setSeen({ id, partyId });
  if (problem?.code === 'NOT_FOUND')
    return <GoneParticipant slug={slug} partyId={seen?.id === id ? seen.partyId : undefined} />;
  if (part && data && !data.participant.viewerCan.includes(part.action)) return <NotFound />;
  const back = part
    ? { to: `/coalitions/${slug}/participants/${id}`, label: t`Participante` }
    : { to: `/coalitions/${slug}`, label: t`La coalición` };
  return (
    <Page title={title} back={back} width={600}>
      {problem && !data && <LoadFailed problem={problem} onRetry={again} />}
      {!data && !problem && <Skeleton kind="text" />}
      {data && part && <PartHeading participant={data.participant} heading={part.heading} />}
      {data && children(data.participant, changed)}
    </Page>
  );
}

function PartHeading({ participant, heading }: { participant: Participant; heading: ReactNode }) {
  const name = useParticipantLabel()(participant);
  return (
    <div className="stack stack--1">
      <span className="eyebrow breakable">
        {participant.coalition?.name} · {name}
      </span>
      <h1 className="breakable">{heading}</h1>
    </div>
  );
}
