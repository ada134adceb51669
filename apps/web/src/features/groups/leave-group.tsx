import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { gql } from 'urql';
import type { GroupQuery, LeaveGroupMutation, LeaveGroupMutationVariables } from '../../gql/types';
import { usePageNavigate } from '../../lib/page/use-page-navigate';
import { GROUP_TYPES } from '../../lib/server/invalidate-cache';
import { useMutationState } from '../../lib/server/use-mutation-state';
import { Button, ButtonLink } from '../../ui/actions/button';
import { useToast } from '../../ui/actions/toast';
import { Banner, ErrorBanner } from '../../ui/display/banner';
import { type ActionEffect, ActionEffects } from '../../ui/display/action-effects';
import './error-texts';

const LEAVE_GROUP = gql<LeaveGroupMutation, LeaveGroupMutationVariables>`
  mutation LeaveGroup($id: ID!, $isSuccessionKnown: Boolean!, $deleteMessages: Boolean!) {
    leaveGroup(
      membershipId: $id
      isSuccessionKnown: $isSuccessionKnown
      deleteMessages: $deleteMessages
    )
  }
`;

interface LeaveGroupProps {
  membershipId: string;
  group: Pick<
    GroupQuery['group'],
    'slug' | 'name' | 'isListed' | 'channels' | 'archivedChannels' | 'memberCount' | 'isOnlySteward'
  >;
  onRefused: () => void;
  /** The choice between keeping and deleting the viewer's messages, and its answer. */
  messagesChoice: ReactNode;
  deletesMessages: boolean;
  /** List items: the coalitions that the viewer leaves together with the group. */
  lostCoalitions: ReactNode;
}

/** Leaves a group, after a confirmation that explains the consequences and what the viewer will no longer see. */
export function LeaveGroup({ membershipId, group, onRefused, ...rest }: LeaveGroupProps) {
  const { messagesChoice, deletesMessages, lostCoalitions } = rest;
  const { t } = useLingui();
  const { slug, name } = group;
  const isSuccessionKnown = leavesWithoutSteward(group);
  const toast = useToast();
  const navigate = usePageNavigate();
  const leave = useMutationState(LEAVE_GROUP, GROUP_TYPES);
  const act = async () => {
    const choices = { isSuccessionKnown, deleteMessages: deletesMessages };
    if (!(await leave.run({ id: membershipId, ...choices }))) return onRefused();
    toast({ text: t`Saliste de ${name}` });
    navigate('/groups', { replace: true });
  };
  const isNews = leave.problem?.reason === 'membership.lastSteward';
  return (
    <>
      {isNews && (
        <Banner role="status">
          <Trans>Ahora nadie más lo sostiene. Lee primero qué pasa con el grupo.</Trans>
        </Banner>
      )}
      <Consequences group={group} lostCoalitions={lostCoalitions} />
      {messagesChoice}
      <p className="xs muted">
        {group.isListed ? (
          <Trans>El grupo verá que saliste. Para volver tienes que entrar otra vez.</Trans>
        ) : (
          <Trans>El grupo verá que saliste. Para volver te tienen que invitar.</Trans>
        )}
      </p>
      <div className="stack stack--2">
        {/* Nobody else is steward any more: the consequences above say more than the error. */}
        <ErrorBanner text={isNews ? undefined : leave.message} />
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

const leavesWithoutSteward = ({ isOnlySteward, memberCount }: LeaveGroupProps['group']): boolean =>
  isOnlySteward === true && memberCount !== 1;

/** Explains how a group that loses its only steward gets another. */
function ConsequencesForGroup({ slug }: { slug: string }) {
  return (
    <>
      <ActionEffects
        title={<Trans>Qué pasa con el grupo</Trans>}
        effects={[
          [
            'groups',
            <Trans key="none">Nadie más lo sostiene: los pedidos para entrar esperan</Trans>,
          ],
          [
            'people',
            <Trans key="ask">
              Después de 14 días preguntamos quién quiere sostenerlo: primero a quienes lo
              facilitan, después a quienes llevan más tiempo
            </Trans>,
          ],
          [
            'archive',
            <Trans key="end">
              Si nadie acepta en 60 días, el grupo se archiva: se puede leer 90 días y después se
              borra
            </Trans>,
          ],
        ]}
      />
      <ButtonLink kind="text" small to={`/groups/${slug}/members`}>
        <Trans>Pasárselo antes a otra persona</Trans>
      </ButtonLink>
    </>
  );
}

function Consequences({ group, ...props }: Pick<LeaveGroupProps, 'group' | 'lostCoalitions'>) {
  const { channels, archivedChannels } = group;
  const seen = [...channels, ...archivedChannels].map(({ id, name }): ActionEffect => [
    'channel',
    <span key={id}>{name}</span>,
  ]);
  return (
    <div className="card stack">
      {leavesWithoutSteward(group) && <ConsequencesForGroup slug={group.slug} />}
      <ActionEffects
        title={<Trans>Qué termina al instante</Trans>}
        effects={[
          [
            'lock',
            <Trans key="access">
              Tu acceso a sus canales, archivos y personas, en todos tus dispositivos
            </Trans>,
          ],
          ...seen,
          ['device', <Trans key="device">La copia en este dispositivo: se borra al salir</Trans>],
        ]}
      >
        {props.lostCoalitions}
      </ActionEffects>
      <ActionEffects
        title={<Trans>Qué conservan otras personas</Trans>}
        effects={[
          ['people', <Trans key="memory">Lo que ya leyeron, copiaron o descargaron</Trans>],
          [
            'eye',
            <Trans key="exposure">
              Quienes sostienen el grupo ven por 30 días qué podías leer, para cambiar claves y
              enlaces. Qué leíste no lo ve nadie
            </Trans>,
          ],
        ]}
      />
    </div>
  );
}
