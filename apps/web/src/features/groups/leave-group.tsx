import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useNavigate } from 'react-router';
import type { GroupQuery } from '../../gql/types';
import { GROUP_TYPES } from '../../lib/server/invalidate-cache';
import { useMutationState } from '../../lib/server/use-mutation-state';
import { Button, ButtonLink } from '../../ui/actions/button';
import { useToast } from '../../ui/actions/toast';
import { Banner, ErrorBanner } from '../../ui/display/banner';
import { type ActionEffect, ActionEffects } from '../../ui/display/action-effects';
import { LEAVE_GROUP } from './groups.graphql';
import './error-texts';

interface LeaveGroupProps {
  membershipId: string;
  group: Pick<
    GroupQuery['group'],
    'slug' | 'name' | 'channels' | 'archivedChannels' | 'memberCount' | 'isOnlySteward'
  >;
  onRefused: () => void;
}

/** Leaves a group, after a confirmation that explains the consequences and what the viewer will no longer see. */
export function LeaveGroup({ membershipId, group, onRefused }: LeaveGroupProps) {
  const { t } = useLingui();
  const { slug, name } = group;
  const isSuccessionKnown = leavesWithoutSteward(group);
  const toast = useToast();
  const navigate = useNavigate();
  const leave = useMutationState(LEAVE_GROUP, GROUP_TYPES);
  const act = async () => {
    if (!(await leave.run({ id: membershipId, isSuccessionKnown }))) return onRefused();
    toast({ text: t`Saliste de ${name}` });
    void navigate('/groups', { replace: true });
  };
  const isNews = leave.problem?.reason === 'membership.lastSteward';
  return (
    <>
      {isNews && (
        <Banner role="status">
          <Trans>Ahora nadie más lo sostiene. Lee primero qué pasa con el grupo.</Trans>
        </Banner>
      )}
      <Consequences group={group} />
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

function Consequences({ group }: Pick<LeaveGroupProps, 'group'>) {
  const { channels, archivedChannels, memberCount } = group;
  const seen = [...channels, ...archivedChannels].map(({ id, name }): ActionEffect => [
    'channel',
    <span key={id}>{name}</span>,
  ]);
  return (
    <div className="card stack">
      {leavesWithoutSteward(group) && <ConsequencesForGroup slug={group.slug} />}
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
