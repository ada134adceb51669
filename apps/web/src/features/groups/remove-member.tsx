import { Trans, useLingui } from '@lingui/react/macro';
import { usePageNavigate } from '../../lib/page/use-page-navigate';
import { useMutationState } from '../../lib/server/use-mutation-state';
import { Button, ButtonLink } from '../../ui/actions/button';
import { useToast } from '../../ui/actions/toast';
import { ErrorBanner } from '../../ui/display/banner';
import { useGroupPlace } from '../../ui/page/use-group-place';
import { type ActionEffect, ActionEffects } from '../../ui/display/action-effects';
import { REMOVE_GROUP_MEMBER } from './groups.graphql';
import type { GroupMemberData } from './persona.graphql';
import './error-texts';

interface RemoveMemberProps {
  member: Pick<GroupMemberData, 'id' | 'name'>;
}

/** The page after the removal must not show a cached list: the change notice may arrive before that page opens. */
const MEMBER_LISTS = ['GroupMemberPage', 'GroupMember'];

/** Removes a member from a group, after a confirmation that explains the consequences. */
export function RemoveMember({ member: { id, name } }: RemoveMemberProps) {
  const { t } = useLingui();
  const toast = useToast();
  const navigate = usePageNavigate();
  const { path, isCoalition } = useGroupPlace();
  const remove = useMutationState(REMOVE_GROUP_MEMBER, MEMBER_LISTS);
  const members = `${path}/members`;
  const act = async () => {
    if (!(await remove.run({ id }))) return;
    toast({ text: isCoalition ? t`${name} ya no participa` : t`${name} ya no está en el grupo` });
    navigate(members, { replace: true });
  };
  return (
    <>
      <Consequences isCoalition={isCoalition} />
      <div className="stack stack--2">
        <ErrorBanner text={remove.message} />
        <Button
          kind="danger"
          block
          className="breakable"
          isBusy={remove.isBusy}
          onClick={() => void act()}
        >
          {isCoalition ? (
            <Trans>Sacar a {name} de la coalición</Trans>
          ) : (
            <Trans>Sacar a {name} del grupo</Trans>
          )}
        </Button>
        <ButtonLink block to={members}>
          <Trans>Volver sin sacar a nadie</Trans>
        </ButtonLink>
      </div>
    </>
  );
}

function Consequences({ isCoalition }: { isCoalition: boolean }) {
  const alsoEnds: ActionEffect = [
    'coalition',
    <Trans key="coalitions">
      Si participa en coaliciones por este grupo, también sale de ellas
    </Trans>,
  ];
  return (
    <div className="card stack">
      <ActionEffects
        title={<Trans>Qué cambia para esta persona</Trans>}
        effects={[
          ['eyeOff', <Trans key="sight">Deja de ver los canales y los archivos de aquí</Trans>],
          ...(isCoalition ? [] : [alsoEnds]),
          ['lock', <Trans key="back">No podrá volver hasta que lo permitas</Trans>],
        ]}
      />
      <ActionEffects
        title={<Trans>Qué queda</Trans>}
        effects={[
          [
            'channel',
            <Trans key="messages">
              Sus mensajes, sin su nombre, hasta su borrado automático. Durante 30 días puede
              borrarlos
            </Trans>,
          ],
          ['eye', <Trans key="memory">Lo que ya vio: puede recordarlo o haberlo guardado</Trans>],
          ['book', <Trans key="audit">Queda anotado que lo hiciste</Trans>],
        ]}
      />
    </div>
  );
}
