import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { INVITE_TO_GROUP, WITHDRAW_GROUP_INVITATION } from '../../features/groups/groups.graphql';
import { type PickedPerson, PersonPicker } from '../../features/profiles/person/person-picker';
import { useAct } from '../../lib/server/use-act';
import { Button } from '../../ui/actions/button';
import { ConfirmDialog } from '../../ui/actions/confirm';
import { useToast } from '../../ui/actions/toast';
import { Face } from '../../ui/display/face';

interface InvitingProps {
  groupId: string;
  group: string;
}

interface Picked {
  person: PickedPerson;
  isInvitation: boolean;
}

/** For a steward: invites somebody, or takes an invitation back. What became of one is told neither way. */
export function Inviting({ groupId, group }: InvitingProps) {
  const [picking, setPicking] = useState<'invite' | 'withdraw' | null>(null);
  const [picked, setPicked] = useState<Picked | null>(null);
  const [sent, setSent] = useState<readonly PickedPerson[]>([]);
  const pick = (person: PickedPerson) => {
    setPicked({ person, isInvitation: picking === 'invite' });
    setPicking(null);
  };
  const done = ({ person, isInvitation }: Picked) =>
    setSent((all) => {
      const others = all.filter(({ id }) => id !== person.id);
      return isInvitation ? [person, ...others] : others;
    });
  return (
    <section className="stack stack--2">
      <div className="btns">
        <Button
          kind="primary"
          icon="plus"
          onClick={() => setPicking('invite')}
          aria-haspopup="dialog"
        >
          <Trans>Invitar a alguien</Trans>
        </Button>
        <Button kind="text" onClick={() => setPicking('withdraw')} aria-haspopup="dialog">
          <Trans>Retirar una invitación</Trans>
        </Button>
      </div>
      <p className="xs muted">
        <Trans>
          Una invitación dura catorce días. No te decimos qué pasó con ella: la persona puede estar
          ya en el grupo con otro nombre, o preferir que no.
        </Trans>
      </p>
      <JustSent people={sent} onWithdraw={(person) => setPicked({ person, isInvitation: false })} />
      <PersonPicker isOpen={picking !== null} onClose={() => setPicking(null)} onPick={pick} />
      {picked && (
        <Question
          groupId={groupId}
          group={group}
          picked={picked}
          onClose={() => setPicked(null)}
          onDone={done}
        />
      )}
    </section>
  );
}

interface QuestionProps extends InvitingProps {
  picked: Picked;
  onClose: () => void;
  onDone: (picked: Picked) => void;
}

/** Names the person once more before anything is sent or taken back. */
function Question({ groupId, group, picked, onClose, onDone }: QuestionProps) {
  const { t } = useLingui();
  const toast = useToast();
  const invite = useAct(INVITE_TO_GROUP);
  const withdraw = useAct(WITHDRAW_GROUP_INVITATION);
  const { person, isInvitation } = picked;
  const { name } = person;
  const { run, isBusy, message } = isInvitation ? invite : withdraw;
  const act = async () => {
    if (!(await run({ input: { groupId, personId: person.id } }))) return false;
    toast({ text: isInvitation ? t`Invitación enviada` : t`Si había una invitación, ya no está` });
    onDone(picked);
    return true;
  };
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={
        isInvitation ? (
          <Trans>
            ¿Invitar a {name} a {group}?
          </Trans>
        ) : (
          <Trans>¿Retirar la invitación para {name}?</Trans>
        )
      }
      actLabel={isInvitation ? <Trans>Invitar</Trans> : <Trans>Retirar</Trans>}
      actKind="primary"
      isBusy={isBusy}
      message={message}
      onAct={act}
    >
      {isInvitation ? (
        <Trans>Se entera enseguida, y verá el nombre del grupo y para qué existe.</Trans>
      ) : (
        <Trans>Ya no podrá entrar con ella. No recibe ningún aviso.</Trans>
      )}
    </ConfirmDialog>
  );
}

interface JustSentProps {
  people: readonly PickedPerson[];
  onWithdraw: (person: PickedPerson) => void;
}

/** Sent since the page was opened. A stored list would tell which invitations reached nobody. */
function JustSent({ people, onWithdraw }: JustSentProps) {
  const { t } = useLingui();
  if (people.length === 0) return null;
  return (
    <>
      <h2 className="h3">
        <Trans>Invitaciones que acabas de enviar</Trans>
      </h2>
      <ul className="card card--flush rows">
        {people.map((person) => (
          <li key={person.id} className="row row--acts">
            <Face id={person.id} name={person.name} size="s" />
            <span className="grow row__t breakable">{person.name}</span>
            <Button
              kind="text"
              small
              aria-label={t`Retirar la invitación para ${person.name}`}
              onClick={() => onWithdraw(person)}
            >
              <Trans>Retirar</Trans>
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
