import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { useNews } from '../../../lib/server/use-news';
import { Avatar } from '../../../ui/display/avatar';
import { Row, Rows } from '../../../ui/display/card';
import { useGroupPlace } from '../../../ui/page/use-group-place';
import { FORMER_MEMBERS_QUERY } from './exposure.graphql';

interface FormerMembersProps {
  groupId: string;
  /** Path of the group or coalition. */
  path: string;
}

/** For stewards: who left in the last 30 days, with a page on what each could read; renders nothing without any. */
export function FormerMembers({ groupId, path }: FormerMembersProps) {
  const { i18n } = useLingui();
  const { isCoalition } = useGroupPlace();
  const [{ data }, refetch] = useQuery({
    query: FORMER_MEMBERS_QUERY,
    variables: { groupId },
    requestPolicy: 'cache-and-network',
  });
  useNews(['group'], () => refetch({ requestPolicy: 'network-only' }));
  if (!data || data.formerMembers.length === 0) return null;
  return (
    <section className="stack stack--3">
      <h2>
        <Trans>Salieron hace poco</Trans>
      </h2>
      <p className="xs muted">
        <Trans>Durante 30 días puedes ver qué podían leer, para cambiar claves y enlaces.</Trans>
      </p>
      <Rows>
        {data.formerMembers.map(({ id, name, endedAt }) => (
          <Row
            key={id}
            to={`${path}/members/${id}/exposure`}
            start={<Avatar id={id} name={name} size="s" />}
            title={name}
            note={i18n.date(endedAt, {
              ...(isCoalition ? { month: 'long', year: 'numeric' } : { dateStyle: 'long' }),
              timeZone: 'UTC',
            })}
          />
        ))}
      </Rows>
    </section>
  );
}
