import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from 'react-router';
import { useAct } from '../../lib/use-act';
import { Avatar } from '../../ui/avatar';
import { Badge } from '../../ui/badge';
import { useToast } from '../../ui/toast';
import type { GroupMembersQuery } from '../../gql/types';
import { Confirm } from '../../ui/confirm';
import { HAND_OVER, REMOVE_MEMBER } from './groups.graphql';
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
  const { id, name, role, isMe, colour, viewerCan } = member;
  const canRemove = viewerCan.includes('remove');
  const canHandOver = viewerCan.includes('handOver') && role !== 'steward';
  return (
    <li className="row row--acts">
      <Avatar id={id} name={name} colour={colour} size="s" />
      <span className="grow">
        <span className="row__t">
          <Link to={addressOf(slug, member)}>{name}</Link>
        </span>
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
      {(canRemove || canHandOver) && (
        <span className="row__acts">
          {canRemove && <Remove member={member} onChanged={onChanged} />}
          {canHandOver && <HandOver member={member} onChanged={onChanged} />}
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
  const toast = useToast();
  const remove = useAct(REMOVE_MEMBER);
  const act = async () => {
    if (!(await remove.run({ id }))) return false;
    toast({ text: t`Ya no está en el grupo` });
    onChanged();
    return true;
  };
  return (
    <Confirm
      kind="text"
      label={<Trans>Sacar</Trans>}
      ariaLabel={t`Sacar a ${name}`}
      title={<Trans>¿Sacar a {name} del grupo?</Trans>}
      actKind="danger"
      actLabel={<Trans>Sacar del grupo</Trans>}
      isBusy={remove.isBusy}
      message={remove.message}
      onAct={act}
    >
      <Trans>Deja de recibir los mensajes en este momento, en todos sus dispositivos.</Trans>
    </Confirm>
  );
}

function HandOver({ member: { id, name }, onChanged }: ActProps) {
  const { t } = useLingui();
  const toast = useToast();
  const handOver = useAct(HAND_OVER);
  const act = async () => {
    if (!(await handOver.run({ id }))) return false;
    toast({ text: t`${name} sostiene ahora el grupo` });
    onChanged();
    return true;
  };
  return (
    <Confirm
      kind="text"
      label={<Trans>Pasarle el grupo</Trans>}
      ariaLabel={t`Pasarle el grupo a ${name}`}
      title={<Trans>¿Pasarle el grupo a {name}?</Trans>}
      actKind="primary"
      actLabel={<Trans>Pasar el grupo</Trans>}
      isBusy={handOver.isBusy}
      message={handOver.message}
      onAct={act}
    >
      <Trans>Sigues en el grupo, y {name} decide desde ahora quién entra.</Trans>
    </Confirm>
  );
}
