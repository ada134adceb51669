import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from 'urql';
import type { RemovedMembersQuery } from '../../gql/types';
import { useNews } from '../../lib/server/use-news';
import { ConfirmedMutationButton } from '../../ui/actions/confirmed-mutation';
import { Avatar } from '../../ui/display/avatar';
import { RelativeTime } from '../../ui/display/relative-time';
import { READMIT_GROUP_MEMBER, REMOVED_MEMBERS_QUERY } from './groups.graphql';

type Removed = RemovedMembersQuery['removedMembers'][number];

/** For stewards: removed members, who cannot rejoin until readmitted. */
export function RemovedMembers({ groupId }: { groupId: string }) {
  const [{ data }, refetch] = useQuery({
    query: REMOVED_MEMBERS_QUERY,
    variables: { groupId },
    requestPolicy: 'cache-and-network',
  });
  const again = () => refetch({ requestPolicy: 'network-only' });
  useNews(['group'], again);
  const removed = data?.removedMembers ?? [];
  if (removed.length === 0) return null;
  return (
    <section className="stack stack--3">
      <h2>
        <Trans>Personas que sacaron</Trans>
      </h2>
      <p className="xs muted">
        <Trans>No pueden volver, tampoco con una invitación, hasta que lo permitas.</Trans>
      </p>
      <ul className="card card--flush rows">
        {removed.map((one) => (
          <Row key={one.id} one={one} onChanged={again} />
        ))}
      </ul>
    </section>
  );
}

function Row({ one: { id, name, removedAt }, onChanged }: { one: Removed; onChanged: () => void }) {
  const { t } = useLingui();
  return (
    <li className="row row--acts">
      <Avatar id={id} name={name} size="s" />
      <span className="grow">
        <span className="row__t">{name}</span>
        <span className="row__s">
          <RelativeTime at={removedAt} />
        </span>
      </span>
      <span className="row__acts">
        <ConfirmedMutationButton
          document={READMIT_GROUP_MEMBER}
          variables={{ id }}
          label={<Trans>Permitir que vuelva</Trans>}
          ariaLabel={t`Permitir que ${name} vuelva`}
          title={<Trans>¿Permitir que {name} vuelva?</Trans>}
          actKind="primary"
          actLabel={<Trans>Permitir</Trans>}
          done={t`${name} puede volver`}
          onDone={onChanged}
        >
          <Trans>
            Podrá entrar como cualquier persona, si la invitan o, donde se puede, por sí misma o con
            un pedido.
          </Trans>
        </ConfirmedMutationButton>
      </span>
    </li>
  );
}
