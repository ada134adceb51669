import { Trans, useLingui } from '@lingui/react/macro';
import { Avatar } from '../../../ui/display/avatar';
import { Row, Rows } from '../../../ui/display/card';
import type { Coalition, CoalitionParticipant } from '../coalitions.graphql';

interface ParticipantListProps {
  coalition: Pick<Coalition, 'slug' | 'participants'>;
}

/**
 * The participants as the viewer sees them: with a link to their page, or under a name of this coalition. Renders nothing
 * without any.
 */
export function ParticipantList({ coalition: { slug, participants } }: ParticipantListProps) {
  const { t } = useLingui();
  if (!participants?.length) return null;
  return (
    <section className="stack stack--2">
      <h2>
        <Trans>Grupos y organizaciones</Trans>
      </h2>
      <Rows label={t`Grupos y organizaciones`}>
        {participants.map((one) => (
          <ParticipantRow key={one.id} slug={slug} participant={one} />
        ))}
      </Rows>
    </section>
  );
}

interface ParticipantRowProps {
  slug: string;
  participant: CoalitionParticipant;
}

function ParticipantRow({ slug, participant }: ParticipantRowProps) {
  const { t } = useLingui();
  const { id, viewerCan } = participant;
  const name = participant.name || t`Participante sin nombre`;
  const own = pageOf(participant);
  const to = viewerCan.some((action) => action !== 'read')
    ? `/coalitions/${slug}/participants/${id}`
    : own;
  return (
    <Row
      {...(to && { to })}
      start={<Avatar id={id} name={name} isGroup />}
      title={<span className="breakable">{name}</span>}
      note={<KindNote participant={participant} />}
    />
  );
}

/** Path of the group or organisation, if the viewer may see it. */
export const pageOf = ({
  group,
  organisation,
}: {
  group: { slug: string } | null;
  organisation: { slug: string } | null;
}): string | undefined => {
  if (group) return `/groups/${group.slug}`;
  return organisation ? `/organisations/${organisation.slug}` : undefined;
};

function KindNote({ participant }: { participant: CoalitionParticipant }) {
  const { name, hasShownName, isMine, group, organisation } = participant;
  if (isMine && !name) return <Trans>El tuyo. Necesita un nombre para esta coalición.</Trans>;
  if (hasShownName && isMine) return <Trans>El tuyo, bajo otro nombre</Trans>;
  if (hasShownName) return <Trans>Aquí lleva otro nombre</Trans>;
  if (isMine) return group ? <Trans>Tu grupo</Trans> : <Trans>Tu organización</Trans>;
  if (group) return <Trans>Grupo</Trans>;
  if (organisation) return <Trans>Organización</Trans>;
  return null;
}
