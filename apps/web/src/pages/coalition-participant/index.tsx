import { Trans, useLingui } from '@lingui/react/macro';
import { useParams } from 'react-router';
import { OwnGrantBanner } from '../../features/coalitions/participants/own-grant-banner';
import { pageOf } from '../../features/coalitions/participants/participant-list';
import { ParticipantPage } from '../../features/coalitions/participants/participant-page';
import { ParticipantRows } from '../../features/coalitions/participants/participant-rows';
import type { Participant } from '../../features/coalitions/participants/participants.graphql';
import { ButtonLink } from '../../ui/actions/button';
import { Avatar } from '../../ui/display/avatar';
import { Banner } from '../../ui/display/banner';

/** A participant, with links to the pages where the viewer can change it. */
export default function CoalitionParticipantPage() {
  const { t } = useLingui();
  const { slug = '' } = useParams();
  return (
    <ParticipantPage title={t`Participante`}>
      {(participant) => <Inside slug={slug} participant={participant} />}
    </ParticipantPage>
  );
}

function Inside({ slug, participant }: { slug: string; participant: Participant }) {
  const path = `/coalitions/${slug}/participants/${participant.id}`;
  return (
    <>
      <Heading participant={participant} />
      {!participant.name && participant.viewerCan.includes('rename') && <NameNeeded path={path} />}
      <OwnGrantBanner participant={participant} />
      <ParticipantRows participant={participant} path={path} />
    </>
  );
}

/** For those who can choose a name: the coalition sees none, because the own one is not open to all members any more. */
function NameNeeded({ path }: { path: string }) {
  return (
    <Banner look="warn" icon="alert" title={<Trans>Falta un nombre para esta coalición</Trans>}>
      <span className="stack stack--2">
        <span>
          <Trans>
            El nombre del grupo u organización ya no está a la vista de toda la gente de Trama. Por
            eso la coalición no lo muestra.
          </Trans>
        </span>
        <ButtonLink small to={`${path}/name`}>
          <Trans>Elegir otro nombre</Trans>
        </ButtonLink>
      </span>
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
