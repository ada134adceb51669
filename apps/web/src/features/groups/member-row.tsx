import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Link } from 'react-router';
import { useAct } from '../../lib/use-act';
import { Avatar } from '../../ui/avatar';
import { Badge } from '../../ui/badge';
import { Banner } from '../../ui/banner';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/sheet';
import { useToast } from '../../ui/toast';
import type { GroupMembersQuery } from '../../gql/types';
import { HAND_OVER, REMOVE_MEMBER } from './groups.graphql';
import './reasons';

type Member = GroupMembersQuery['groupMembers']['items'][number];

interface MemberRowProps {
  member: Member;
  onChanged: () => void;
}

/** One person of the group, with what a steward may do. */
export function MemberRow({ member, onChanged }: MemberRowProps) {
  const { id, name, role, isMe, personId, viewerCan } = member;
  return (
    <li className="row">
      <Avatar id={id} name={name} size="s" />
      <span className="grow">
        <span className="row__t">
          {personId ? <Link to={`/people/${personId}`}>{name}</Link> : name}
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
      {viewerCan.includes('remove') && <Remove member={member} onChanged={onChanged} />}
      {viewerCan.includes('handOver') && role !== 'steward' && (
        <HandOver member={member} onChanged={onChanged} />
      )}
    </li>
  );
}

function Remove({ member: { id, name }, onChanged }: MemberRowProps) {
  const { t } = useLingui();
  const toast = useToast();
  const [isOpen, setOpen] = useState(false);
  const remove = useAct(REMOVE_MEMBER);
  const act = async () => {
    if (!(await remove.run({ id }))) return;
    setOpen(false);
    toast({ text: t`Ya no está en el grupo` });
    onChanged();
  };
  return (
    <>
      <Button small kind="text" onClick={() => setOpen(true)} aria-label={t`Sacar a ${name}`}>
        <Trans>Sacar</Trans>
      </Button>
      <Dialog
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        title={<Trans>¿Sacar a {name} del grupo?</Trans>}
        actions={
          <>
            <Button kind="danger" isBusy={remove.isBusy} onClick={() => void act()}>
              <Trans>Sacar del grupo</Trans>
            </Button>
            <Button onClick={() => setOpen(false)}>
              <Trans>Cancelar</Trans>
            </Button>
          </>
        }
      >
        <p>
          <Trans>Deja de recibir los mensajes en este momento, en todos sus dispositivos.</Trans>
        </p>
        {remove.message && (
          <Banner look="danger" role="alert">
            {remove.message}
          </Banner>
        )}
      </Dialog>
    </>
  );
}

function HandOver({ member: { id, name }, onChanged }: MemberRowProps) {
  const { t } = useLingui();
  const toast = useToast();
  const [isOpen, setOpen] = useState(false);
  const handOver = useAct(HAND_OVER);
  const act = async () => {
    if (!(await handOver.run({ id }))) return;
    setOpen(false);
    toast({ text: t`${name} sostiene ahora el grupo` });
    onChanged();
  };
  return (
    <>
      <Button
        small
        kind="text"
        onClick={() => setOpen(true)}
        aria-label={t`Pasarle el grupo a ${name}`}
      >
        <Trans>Pasarle el grupo</Trans>
      </Button>
      <Dialog
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        title={<Trans>¿Pasarle el grupo a {name}?</Trans>}
        actions={
          <>
            <Button kind="primary" isBusy={handOver.isBusy} onClick={() => void act()}>
              <Trans>Pasar el grupo</Trans>
            </Button>
            <Button onClick={() => setOpen(false)}>
              <Trans>Cancelar</Trans>
            </Button>
          </>
        }
      >
        <p>
          <Trans>Sigues en el grupo, y {name} decide desde ahora quién entra.</Trans>
        </p>
        {handOver.message && (
          <Banner look="danger" role="alert">
            {handOver.message}
          </Banner>
        )}
      </Dialog>
    </>
  );
}
