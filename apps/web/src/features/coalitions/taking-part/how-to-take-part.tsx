import { Trans } from '@lingui/react/macro';
import { ButtonLink } from '../../../ui/actions/button';
import { Banner } from '../../../ui/display/banner';
import { Card, IconTile } from '../../../ui/display/card';
import type { Coalition, OwnGrant } from '../coalitions.graphql';
import { useParticipantLabel } from './participant-label';

interface HowToTakePartProps {
  coalition: Pick<Coalition, 'slug' | 'participants'>;
  /** The viewer's grants in this coalition. */
  grants: readonly OwnGrant[];
}

/** For somebody who does not take part: the grant that they hold, or how one gets one. */
export function HowToTakePart({ coalition: { slug, participants }, grants }: HowToTakePartProps) {
  const mine = (participants ?? []).filter(({ isMine }) => isMine);
  const acting = mine.find(({ viewerCan }) => viewerCan.includes('grant'));
  const labelOf = useParticipantLabel();
  const waiting = grants.find(({ state }) => state === 'waiting');
  const answered = grants.find(({ state }) => state === 'left') ?? grants[0];
  if (waiting) {
    const name = labelOf(waiting.participant);
    return (
      <Card isWaiting>
        <div className="inline inline--3 top">
          <IconTile icon="coalition" look="clay" />
          <div className="grow stack stack--1">
            <b>
              <Trans>{name} te invita a participar</Trans>
            </b>
            <p className="xs muted">
              <Trans>
                Eliges con qué nombre. Nadie sabrá si aceptaste, salvo que uses el de tu perfil o
                muestres por quién participas.
              </Trans>
            </p>
          </div>
        </div>
        <ButtonLink kind="primary" block to={`/coalitions/${slug}/take-part?grant=${waiting.id}`}>
          <Trans>Ver la invitación</Trans>
        </ButtonLink>
      </Card>
    );
  }
  if (answered) return <ComeBack path={`/coalitions/${slug}/take-part`} grant={answered} />;
  if (acting)
    return (
      <InviteOwnPeople
        path={`/coalitions/${slug}/participants/${acting.id}/people`}
        name={labelOf(acting)}
      />
    );
  return (
    <Banner icon="info" title={<Trans>No participas en esta coalición</Trans>}>
      {mine.length > 0 ? (
        <Trans>
          Tu grupo u organización es parte de ella. Para entrar a los canales, pide una invitación a
          quien actúa aquí en su nombre.
        </Trans>
      ) : (
        <Trans>
          Pueden participar las personas de los grupos y organizaciones que la forman, cuando las
          invita su grupo u organización.
        </Trans>
      )}
    </Banner>
  );
}

/** For somebody who left or declined: they are not asked again, and can change their mind while the grant lasts. */
function ComeBack({ path, grant: { id, state } }: { path: string; grant: OwnGrant }) {
  return (
    <Banner
      icon="info"
      title={
        state === 'left' ? (
          <Trans>Ya no participas en esta coalición</Trans>
        ) : (
          <Trans>No quisiste participar en esta coalición</Trans>
        )
      }
    >
      <span className="stack stack--2">
        <Trans>Puedes cambiar de idea mientras dure tu invitación.</Trans>
        <ButtonLink small to={`${path}?grant=${id}`}>
          <Trans>Ver la invitación</Trans>
        </ButtonLink>
      </span>
    </Banner>
  );
}

/** For somebody who acts for a participant: they let its people take part, themself included. */
function InviteOwnPeople({ path, name }: { path: string; name: string }) {
  return (
    <Banner look="info" icon="people" title={<Trans>Todavía no participas</Trans>}>
      <span className="stack stack--2">
        <Trans>
          Actúas por {name}: invita a su gente a participar. Inclúyete si quieres entrar a los
          canales.
        </Trans>
        <ButtonLink small to={path}>
          <Trans>Invitar a participar</Trans>
        </ButtonLink>
      </span>
    </Banner>
  );
}
