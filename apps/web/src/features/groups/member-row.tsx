import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from 'react-router';
import { Badge } from '../../ui/display/badge';
import type { GroupMembersQuery } from '../../gql/types';
import { ConfirmedAct } from '../../ui/actions/confirmed-act';
import { Effects } from '../../ui/display/effects';
import { Picture } from '../../ui/display/picture';
import { REMOVE_MEMBER } from './groups.graphql';
import { hasStewardActs, StewardActs } from './steward-acts';
import './reasons';

type Member = GroupMembersQuery['groupMembers']['items'][number];

interface MemberRowProps {
  /** Of the group. */
  slug: string;
  member: Member;
  onChanged: () => void;
}

/** One person of the group, with what a steward may do. */
export function MemberRow({ slug, member, onChanged }: MemberRowProps) {
  const { id, name, role, isMe, isPersona, avatar, colour, viewerCan } = member;
  const canRemove = viewerCan.includes('remove');
  return (
    <li className="row row--acts">
      <Picture id={id} name={name} avatar={avatar} of="persona" colour={colour} size="s" />
      <span className="grow">
        <span className="row__t">
          <Link to={addressOf(slug, member)}>{name}</Link>
        </span>
        {isPersona && (
          <span className="row__s">
            <Trans>Otro nombre, solo aquí</Trans>
          </span>
        )}
        {isMe && (
          <span className="row__s">
            <Trans>Tú</Trans>
          </span>
        )}
      </span>
      {role === 'steward' && (
        <Badge look="mine">
          <Trans>Sostiene el grupo</Trans>
        </Badge>
      )}
      {viewerCan.includes('withdrawStewardshipOffer') && (
        <Badge>
          <Trans>Le pidieron sostener el grupo</Trans>
        </Badge>
      )}
      {(canRemove || hasStewardActs(member)) && (
        <span className="row__acts">
          {canRemove && <Remove member={member} onChanged={onChanged} />}
          <StewardActs member={member} onChanged={onChanged} />
        </span>
      )}
    </li>
  );
}

/** Oneself, the person behind the name, or what they are in this group alone. */
function addressOf(slug: string, { id, isMe, personId }: Member): string {
  if (isMe) return `/groups/${slug}/me`;
  return personId ? `/people/${personId}` : `/groups/${slug}/members/${id}`;
}

type ActProps = Omit<MemberRowProps, 'slug'>;

function Remove({ member: { id, name }, onChanged }: ActProps) {
  const { t } = useLingui();
  return (
    <ConfirmedAct
      document={REMOVE_MEMBER}
      variables={{ id }}
      label={<Trans>Sacar</Trans>}
      ariaLabel={t`Sacar a ${name}`}
      title={<Trans>¿Sacar a {name} del grupo?</Trans>}
      actKind="danger"
      actLabel={<Trans>Sacar del grupo</Trans>}
      done={t`${name} ya no está en el grupo`}
      details={<Consequences />}
      onDone={onChanged}
    >
      <Trans>Pasa enseguida, en todos sus dispositivos, y no se puede deshacer.</Trans>
    </ConfirmedAct>
  );
}

function Consequences() {
  return (
    <>
      <Effects
        title={<Trans>Qué cambia para esta persona</Trans>}
        effects={[
          ['eyeOff', <Trans key="sight">Deja de ver los canales y los archivos del grupo</Trans>],
          ['lock', <Trans key="back">No podrá volver hasta que lo permitas</Trans>],
        ]}
      />
      <Effects
        title={<Trans>Qué queda</Trans>}
        effects={[
          ['channel', <Trans key="messages">Sus mensajes, hasta su borrado automático</Trans>],
          ['eye', <Trans key="memory">Lo que ya vio: puede recordarlo o haberlo guardado</Trans>],
        ]}
      />
    </>
  );
}
