import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useQuery } from 'urql';
import { GroupCard } from '../../features/groups/group-card';
import { GroupInvitations } from '../../features/groups/group-invitations';
import { GROUPS, MY_GROUPS } from '../../features/groups/groups.graphql';
import { problemOf, sentence } from '../../lib/errors';
import { useNews } from '../../lib/use-news';
import { ButtonLink } from '../../ui/button';
import { EmptyState } from '../../ui/empty-state';
import { LoadMore } from '../../ui/load-more';
import { Page } from '../../ui/page';
import { Skeleton } from '../../ui/skeleton';

/** The viewer's groups, then those they may find. */
export default function Groups() {
  const { t } = useLingui();
  const [{ data: own }, refetch] = useQuery({ query: MY_GROUPS });
  const again = () => refetch({ requestPolicy: 'network-only' });
  useNews(['group'], again);
  const mine = own?.myGroups ?? [];
  return (
    <Page title={t`Grupos`} back={{ to: '/', label: t`Inicio` }} width={688}>
      <div className="inline between">
        <h1>
          <Trans>Grupos</Trans>
        </h1>
        <ButtonLink to="/groups/new" small icon="plus">
          <Trans>Fundar</Trans>
        </ButtonLink>
      </div>
      <GroupInvitations onJoined={again} />
      {mine.length > 0 && (
        <section className="stack stack--3">
          <h2>
            <Trans>Tus grupos</Trans>
          </h2>
          {mine.map((group) => (
            <GroupCard key={group.id} group={group} />
          ))}
        </section>
      )}
      <section className="stack stack--3">
        <h2>
          <Trans>Para encontrar</Trans>
        </h2>
        <Found after={null} mine={new Set(mine.map(({ id }) => id))} />
      </section>
    </Page>
  );
}

/** One page of groups and, once asked for, the next. */
function Found({ after, mine }: { after: string | null; mine: ReadonlySet<string> }) {
  const [hasMore, setMore] = useState(false);
  const [{ data, error, fetching }] = useQuery({ query: GROUPS, variables: { after } });
  const problem = problemOf(error);
  if (problem) return <p role="alert">{sentence(problem)}</p>;
  if (!data) return <Skeleton rows={3} />;
  const { items, nextCursor } = data.groups;
  const others = items.filter(({ id }) => !mine.has(id));
  if (others.length === 0 && after === null && !nextCursor) {
    return (
      <EmptyState title={<Trans>Todavía no hay más grupos</Trans>}>
        <Trans>Funda uno sobre lo que te importa e invita a quienes conoces.</Trans>
      </EmptyState>
    );
  }
  return (
    <>
      {others.map((group) => (
        <GroupCard key={group.id} group={group} />
      ))}
      {hasMore && nextCursor ? (
        <Found after={nextCursor} mine={mine} />
      ) : (
        <LoadMore hasMore={nextCursor !== null} isBusy={fetching} onMore={() => setMore(true)} />
      )}
    </>
  );
}
