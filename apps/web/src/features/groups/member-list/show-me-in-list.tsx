import { Trans, useLingui } from '@lingui/react/macro';
import { useMutationState } from '../../../lib/server/use-mutation-state';
import { Button } from '../../../ui/actions/button';
import { useToast } from '../../../ui/actions/toast';
import { ErrorBanner } from '../../../ui/display/banner';
import { Card } from '../../../ui/display/card';
import { SHOW_ME_IN_MEMBER_LIST } from './member-list.graphql';

interface ShowMeInListProps {
  group: {
    memberList: 'members' | 'stewards' | null;
    isMeListed: boolean | null;
    myMembershipId: string | null;
    myRole: string | null;
  };
  onChanged: () => void;
}

/**
 * Asks a member who was in the group before its list opened whether the others may see them in it. Renders nothing for
 * others.
 */
export function ShowMeInList({ group, onChanged }: ShowMeInListProps) {
  const { t } = useLingui();
  const toast = useToast();
  const { run, isBusy, message } = useMutationState(SHOW_ME_IN_MEMBER_LIST);
  const { memberList, isMeListed, myMembershipId, myRole } = group;
  if (memberList !== 'members' || isMeListed !== false || !myMembershipId) return null;
  const agree = async () => {
    if (!(await run({ id: myMembershipId }))) return;
    toast({ text: t`Ahora apareces en la lista` });
    onChanged();
  };
  return (
    <Card>
      <h2 className="h3">
        <Trans>¿Apareces en la lista de personas?</Trans>
      </h2>
      <p className="muted">
        {myRole === 'steward' ? (
          <Trans>
            Mientras sostienes el grupo te ven todas las personas. Si aceptas, seguirás en la lista
            cuando dejes de sostenerlo y no podrás deshacerlo.
          </Trans>
        ) : (
          <Trans>
            El grupo ve ahora quiénes lo forman. Estabas antes de que se abriera la lista: por eso
            te ven solo quienes lo sostienen. Si aceptas, te ve todo el grupo y no podrás
            deshacerlo. Si no, no hagas nada.
          </Trans>
        )}
      </p>
      <ErrorBanner text={message} />
      <Button isBusy={isBusy} onClick={() => void agree()}>
        <Trans>Mostrarme en la lista</Trans>
      </Button>
    </Card>
  );
}

interface MemberListNoteProps {
  group: Pick<ShowMeInListProps['group'], 'memberList' | 'myRole'> & {
    wasListClosed: boolean | null;
  };
}

/** Explains who sees the list of members and who is missing in it, if not everybody sees everybody. */
export function MemberListNote({
  group: { memberList, myRole, wasListClosed },
}: MemberListNoteProps) {
  if (!wasListClosed) return null;
  return <p className="muted">{noteOn(memberList === 'stewards', myRole === 'steward')}</p>;
}

function noteOn(isClosed: boolean, isSteward: boolean) {
  if (!isClosed && isSteward)
    return <Trans>Quien ya estaba cuando se abrió la lista aparece para el grupo si acepta.</Trans>;
  if (!isClosed)
    return (
      <Trans>
        La lista puede no ser completa: quien ya estaba cuando se abrió aparece solo si acepta.
      </Trans>
    );
  if (isSteward)
    return (
      <Trans>
        La lista completa la ven solo quienes sostienen el grupo. Las demás personas ven su propia
        entrada y a quienes lo sostienen.
      </Trans>
    );
  return (
    <Trans>
      En este grupo la lista la ven solo quienes lo sostienen. Tú ves tu entrada y a esas personas.
    </Trans>
  );
}
