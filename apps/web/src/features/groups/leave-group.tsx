import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useNavigate } from 'react-router';
import type { GroupQuery } from '../../gql/types';
import { GROUP_TYPES } from '../../lib/server/invalidate-cache';
import { useMutationState } from '../../lib/server/use-mutation-state';
import { Button, ButtonLink } from '../../ui/actions/button';
import { useToast } from '../../ui/actions/toast';
import { ErrorBanner } from '../../ui/display/banner';
import { type ActionEffect, ActionEffects } from '../../ui/display/action-effects';
import { LEAVE_GROUP } from './groups.graphql';
import './error-texts';

interface LeaveGroupProps {
  membershipId: string;
  group: Pick<
    GroupQuery['group'],
    'slug' | 'name' | 'channels' | 'archivedChannels' | 'memberCount'
  >;
}

/** Leaves a group, after a confirmation that explains the consequences and what the viewer will no longer see. */
export function LeaveGroup({ membershipId, group }: LeaveGroupProps) {
  const { t } = useLingui();
  const { slug, name } = group;
  const toast = useToast();
  const navigate = useNavigate();
  const leave = useMutationState(LEAVE_GROUP, GROUP_TYPES);
  const act = async () => {
    if (!(await leave.run({ id: membershipId }))) return;
    toast({ text: t`Saliste de ${name}` });
    void navigate('/groups', { replace: true });
  };
  return (
    <>
      <Consequences group={group} />
      <div className="stack stack--2">
        <ErrorBanner text={leave.message} />
        <Button kind="danger" block isBusy={leave.isBusy} onClick={() => void act()}>
          <Trans>Salir del grupo</Trans>
        </Button>
        <ButtonLink block to={`/groups/${slug}`}>
          <Trans>Quedarme</Trans>
        </ButtonLink>
      </div>
    </>
  );
}

function Consequences({ group }: Pick<LeaveGroupProps, 'group'>) {
  const { channels, archivedChannels, memberCount } = group;
  const seen = [...channels, ...archivedChannels].map(({ id, name }): ActionEffect => [
    'channel',
    <span key={id}>{name}</span>,
  ]);
  return (
    <div className="card stack">
      <ActionEffects
        title={<Trans>Dejas de ver</Trans>}
        effects={[
          ...seen,
          [
            'people',
            memberCount ? (
              <Plural
                value={memberCount}
                one="Quién está en el grupo: # persona"
                other="Quiénes están en el grupo: # personas"
              />
            ) : (
              <Trans>Quiénes están en el grupo</Trans>
            ),
          ],
        ]}
      />
      <ActionEffects
        title={<Trans>Qué queda</Trans>}
        effects={[
          [
            'clock',
            <Trans key="messages">
              Lo que escribiste, con el nombre que usaste, hasta su borrado automático
            </Trans>,
          ],
          ['eye', <Trans key="memory">Lo que otras personas ya leyeron o guardaron</Trans>],
        ]}
      />
    </div>
  );
}
