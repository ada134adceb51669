import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { INVITE_TO_GROUP, WITHDRAW_GROUP_INVITATION } from '../../features/groups/groups.graphql';
import { PersonPicker } from '../../features/profiles/person/person-picker';
import { useAct } from '../../lib/server/use-act';
import { Button } from '../../ui/actions/button';
import { useToast } from '../../ui/actions/toast';
import { Problem } from '../../ui/display/banner';

/** For a steward: invites somebody, or takes an invitation back. What became of one is told neither way. */
export function Inviting({ groupId }: { groupId: string }) {
  const { t } = useLingui();
  const toast = useToast();
  const invite = useAct(INVITE_TO_GROUP);
  const withdraw = useAct(WITHDRAW_GROUP_INVITATION);
  const [picking, setPicking] = useState<'invite' | 'withdraw' | null>(null);
  const pick = async (personId: string) => {
    const isInvited = picking === 'invite';
    setPicking(null);
    const { run } = isInvited ? invite : withdraw;
    if (!(await run({ input: { groupId, personId } }))) return;
    toast({ text: isInvited ? t`Invitación enviada` : t`Si había una invitación, ya no está` });
  };
  return (
    <section className="stack stack--2">
      <Problem text={invite.message ?? withdraw.message} />
      <div className="btns">
        <Button
          kind="primary"
          icon="plus"
          isBusy={invite.isBusy}
          onClick={() => setPicking('invite')}
          aria-haspopup="dialog"
        >
          <Trans>Invitar a alguien</Trans>
        </Button>
        <Button
          kind="text"
          isBusy={withdraw.isBusy}
          onClick={() => setPicking('withdraw')}
          aria-haspopup="dialog"
        >
          <Trans>Retirar una invitación</Trans>
        </Button>
      </div>
      <p className="xs muted">
        <Trans>
          Una invitación dura catorce días. No te decimos qué pasó con ella: la persona puede estar
          ya en el grupo con otro nombre, o preferir que no.
        </Trans>
      </p>
      <PersonPicker
        isOpen={picking !== null}
        onClose={() => setPicking(null)}
        onPick={({ id }) => void pick(id)}
      />
    </section>
  );
}
