import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useQuery } from 'urql';
import {
  candidateOfGroup,
  candidateOfOrganisation,
} from '../../features/coalitions/participants/candidates';
import { DelegatesForm } from '../../features/coalitions/participants/delegates-form';
import { GoneParticipant } from '../../features/coalitions/participants/gone-participant';
import { GrantsSection } from '../../features/coalitions/participants/grants-section';
import { OwnGrantBanner } from '../../features/coalitions/participants/own-grant-banner';
import { pageOf } from '../../features/coalitions/participants/participant-list';
import {
  type Participant,
  PARTICIPANT_QUERY,
} from '../../features/coalitions/participants/participants.graphql';
import { RenameForm } from '../../features/coalitions/participants/rename-form';
import { requestProblemOf } from '../../lib/server/errors';
import { useNews } from '../../lib/server/use-news';
import { ButtonLink } from '../../ui/actions/button';
import { Avatar } from '../../ui/display/avatar';
import { Banner } from '../../ui/display/banner';
import { Skeleton } from '../../ui/display/skeleton';
import { LoadFailed } from '../../ui/page/load-failed';
import { Page } from '../../ui/page/page';

/** A participant, with what the viewer may do for it: give grants, name delegates, choose its name, take it out. */
export default function CoalitionParticipantPage() {
  const { t } = useLingui();
  const navigate = useNavigate();
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
    else void navigate(`/coalitions/${slug}/participants/${current}`, { replace: true });
  };
  const problem = requestProblemOf(error);
  const [seen, setSeen] = useState<{ id: string; partyId: string }>();
  const partyId = data?.participant.group?.id ?? data?.participant.organisation?.id;
  if (partyId && (seen?.id !== id || seen.partyId !== partyId)) setSeen({ id, partyId });
  if (problem?.code === 'NOT_FOUND')
    return <GoneParticipant slug={slug} partyId={seen?.id === id ? seen.partyId : undefined} />;
  return (
    <Page
      title={t`Participante`}
      back={{ to: `/coalitions/${slug}`, label: t`La coalición` }}
      width={600}
    >
      {problem && !data && <LoadFailed problem={problem} onRetry={again} />}
      {!data && !problem && <Skeleton kind="text" />}
      {data && <Inside slug={slug} participant={data.participant} onChanged={changed} />}
    </Page>
  );
}

interface InsideProps {
  slug: string;
  participant: Participant;
  onChanged: (id: string) => void;
}

function Inside({ slug, participant, onChanged }: InsideProps) {
  const { id, viewerCan, group, organisation } = participant;
  const can = (action: Participant['viewerCan'][number]) => viewerCan.includes(action);
  const candidate =
    (group && candidateOfGroup(group)) ?? (organisation && candidateOfOrganisation(organisation));
  return (
    <>
      <Heading participant={participant} />
      {!participant.name && can('rename') && <NameNeeded />}
      <OwnGrantBanner participant={participant} />
      {can('grant') && <GrantsSection participant={participant} />}
      {can('nameDelegates') && <DelegatesForm participant={participant} />}
      {can('rename') && candidate && (
        <RenameForm
          key={participant.name}
          participant={participant}
          candidate={candidate}
          onChanged={onChanged}
        />
      )}
      {(can('takeOut') || can('remove')) && (
        <div className="btns">
          <ButtonLink
            kind="danger-line"
            icon="exit"
            to={`/coalitions/${slug}/participants/${id}/end`}
          >
            {can('takeOut') ? (
              <Trans>Retirar de la coalición</Trans>
            ) : (
              <Trans>Pedir que salga de la coalición</Trans>
            )}
          </ButtonLink>
        </div>
      )}
    </>
  );
}

/** For those who can choose a name: the coalition sees none, because the own one is not open to all members any more. */
function NameNeeded() {
  return (
    <Banner look="warn" icon="alert" title={<Trans>Falta un nombre para esta coalición</Trans>}>
      <Trans>
        No todas las personas de Trama pueden ver ya el nombre del grupo u organización, así que
        aquí no se muestra ninguno. Elige otro más abajo.
      </Trans>
    </Banner>
  );
}

function Heading({ participant }: { participant: Participant }) {
  const { id, name, hasShownName, isMine, coalition, group, organisation } = participant;
  const own = group?.name ?? organisation?.name;
  const page = pageOf(participant);
  const coalitionName = coalition?.name ?? '';
  return (
    <div className="inline inline--3 top">
      <Avatar id={id} name={name} isGroup size="l" />
      <div className="grow stack stack--1">
        <span className="eyebrow breakable">
          <Trans>En la coalición {coalitionName}</Trans>
        </span>
        <h1 className="breakable">{name || <Trans>Participante sin nombre</Trans>}</h1>
        {hasShownName && (
          <p className="muted breakable">
            {isMine && own ? (
              <Trans>Es {own}. Aquí se muestra solo a su gente.</Trans>
            ) : (
              <Trans>Aquí lleva otro nombre</Trans>
            )}
          </p>
        )}
        {page && own && (
          <ButtonLink kind="text" small to={page}>
            <Trans>Ver {own}</Trans>
          </ButtonLink>
        )}
      </div>
    </div>
  );
}
