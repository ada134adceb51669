import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useQuery } from 'urql';
import { requestProblemOf } from '../../../lib/server/errors';
import { useMutationState } from '../../../lib/server/use-mutation-state';
import { useNews } from '../../../lib/server/use-news';
import { useToast } from '../../../ui/actions/toast';
import { ErrorBanner } from '../../../ui/display/banner';
import { IconTile, Row, Rows } from '../../../ui/display/card';
import { Face } from '../../../ui/display/face';
import { Icon } from '../../../ui/display/icon';
import { Picture } from '../../../ui/display/picture';
import { Skeleton } from '../../../ui/display/skeleton';
import { CheckChoice } from '../../../ui/forms/choice';
import type { OwnEntryQuery } from '../../../gql/types';
import type { Coalition, OwnGrant } from '../coalitions.graphql';
import { useParticipantLabel } from './participant-label';
import { OWN_ENTRY_QUERY, SHOW_MY_PARTICIPANT } from './taking-part.graphql';

interface OwnEntryProps {
  coalition: Pick<Coalition, 'id' | 'slug'>;
  /** The viewer's grants in this coalition. */
  grants: readonly OwnGrant[];
  onChanged: () => void;
}

/** The viewer in a coalition: name, through which participants they come, and the way out. */
export function OwnEntry({ coalition: { id, slug }, grants, onChanged }: OwnEntryProps) {
  const { t } = useLingui();
  const labelOf = useParticipantLabel();
  const path = `/coalitions/${slug}`;
  const accepted = grants.filter(({ state }) => state === 'accepted');
  const additional = grants.filter(({ state }) => state === 'additional');
  return (
    <section className="stack stack--2">
      <h2>
        <Trans>Tú en esta coalición</Trans>
      </h2>
      <Rows label={t`Tú en esta coalición`}>
        <OwnName coalitionId={id} path={path} />
        {additional.map(({ id: grantId, participant }) => {
          const name = labelOf(participant);
          return (
            <Row
              key={grantId}
              to={`${path}/take-part?grant=${grantId}`}
              start={<IconTile icon="coalition" look="plain" />}
              title={<Trans>También te invita {name}</Trans>}
            />
          );
        })}
        <Row
          to={`${path}/agreements`}
          start={<IconTile icon="book" look="plain" />}
          title={<Trans>Acuerdos</Trans>}
        />
        <Row
          to={`${path}/leave`}
          start={<IconTile icon="exit" look="plain" />}
          title={<Trans>Salir de la coalición</Trans>}
        />
      </Rows>
      {accepted.map((grant) => (
        <ShownSwitch key={grant.id} grant={grant} onChanged={onChanged} />
      ))}
      <p className="xs muted">
        <Trans>Estar aquí no abre tu perfil a nadie: no cuenta como grupo en común.</Trans>
      </p>
    </section>
  );
}

function OwnName({ coalitionId, path }: { coalitionId: string; path: string }) {
  const [{ data, error }, refetch] = useQuery({
    query: OWN_ENTRY_QUERY,
    variables: { coalitionId },
    requestPolicy: 'cache-and-network',
  });
  useNews(['group'], () => refetch({ requestPolicy: 'network-only' }));
  const me = data?.seenInGroup;
  if (me) return <KnownName me={me} path={path} />;
  if (!requestProblemOf(error)) return <Skeleton rows={1} kind="row" />;
  // Without an answer nothing is said of the name: the viewer may bear a persona.
  return (
    <Row
      to={`${path}/me`}
      start={<IconTile icon="people" look="plain" />}
      title={<Trans>Tu nombre aquí</Trans>}
      note={<Trans>No se pudo cargar</Trans>}
    />
  );
}

type Me = NonNullable<OwnEntryQuery['seenInGroup']>;

function KnownName({ me, path }: { me: Me; path: string }) {
  const { id, name, hasPersona, avatar, colour } = me;
  return (
    <Row
      to={`${path}/me`}
      start={
        hasPersona ? (
          <Picture id={id} name={name} avatar={avatar} of="persona" colour={colour} />
        ) : (
          <Face id={id} name={name} />
        )
      }
      title={<span className="breakable">{name}</span>}
      note={
        hasPersona ? <Trans>Otro nombre, solo aquí</Trans> : <Trans>El nombre de tu perfil</Trans>
      }
      end={
        <span className="xs inline">
          <b>
            <Trans>Cambiar</Trans>
          </b>
          <Icon name="next" size="s" />
        </span>
      }
    />
  );
}

/** Switch for one grant: shows or hides through which participant the viewer comes. */
function ShownSwitch({ grant, onChanged }: { grant: OwnGrant; onChanged: () => void }) {
  const { t } = useLingui();
  const toast = useToast();
  const show = useMutationState(SHOW_MY_PARTICIPANT, ['HeldGrant', 'GroupMember']);
  const name = useParticipantLabel()(grant.participant);
  const [isShown, setShown] = useState(grant.isShown);
  const [stored, setStored] = useState(grant.isShown);
  // The participant is shown no more once its own name and a chosen one replaced each other.
  if (stored !== grant.isShown) {
    setStored(grant.isShown);
    setShown(grant.isShown);
  }
  const change = async (isNowShown: boolean) => {
    setShown(isNowShown);
    if (!(await show.run({ grantId: grant.id, isShown: isNowShown }))) {
      setShown(!isNowShown);
      return;
    }
    toast({
      text: isNowShown
        ? t`Ahora se ve que participas por ${name}`
        : t`Ya no se ve que participas por ${name}`,
    });
    onChanged();
  };
  return (
    <>
      <ErrorBanner text={show.message} />
      <CheckChoice
        isPlain
        checked={isShown}
        disabled={show.isBusy}
        onChange={(event) => void change(event.target.checked)}
        note={
          isShown
            ? t`Lo ven las personas de la coalición. Si lo ocultas, quien lo vio puede recordarlo.`
            : t`No se muestra. Si usas el nombre de tu perfil, la gente de allí puede adivinarlo. Quien lo vea una vez puede recordarlo.`
        }
      >
        <Trans>Mostrar que participo por {name}</Trans>
      </CheckChoice>
    </>
  );
}
