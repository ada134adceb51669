import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { useQuery } from 'urql';
import type { IntroductionSide } from '../../gql/types';
import { requestProblemOf, problemText } from '../../lib/server/errors';
import { useNews } from '../../lib/server/use-news';
import { Button, ButtonLink } from '../../ui/actions/button';
import { EmptyState } from '../../ui/page/empty-state';
import { LoadMore } from '../../ui/page/load-more';
import { Skeleton } from '../../ui/display/skeleton';
import { IntroductionCard } from './introduction-card';
import { INTRODUCTIONS_QUERY } from './introductions.graphql';

/** Introductions that the viewer sent or received, newest first, paginated. */
export function IntroductionList({ side }: { side: IntroductionSide }) {
  const [cursors, setCursors] = useState<readonly (string | null)[]>([null]);
  return (
    <div className="stack stack--3">
      {cursors.map((after, at) => (
        <ListPage
          key={after ?? ''}
          side={side}
          after={after}
          isLast={at === cursors.length - 1}
          onMore={(next) => setCursors([...cursors, next])}
        />
      ))}
    </div>
  );
}

interface ListPageProps {
  side: IntroductionSide;
  after: string | null;
  isLast: boolean;
  onMore: (cursor: string) => void;
}

function ListPage({ side, after, isLast, onMore }: ListPageProps) {
  const [{ data, error, fetching }, execute] = useQuery({
    query: INTRODUCTIONS_QUERY,
    variables: { side, after },
    requestPolicy: 'cache-and-network',
  });
  const again = () => execute({ requestPolicy: 'network-only' });
  useNews(['introduction', 'alliance', 'blocks'], again);
  const problem = requestProblemOf(error);
  if (!data && problem) return <Failed text={problemText(problem)} onRetry={again} />;
  if (!data) return <Skeleton />;
  const { items, nextCursor } = data.introductions;
  if (!after && items.length === 0) return <Nothing side={side} />;
  return (
    <>
      {items.map((introduction) => (
        <IntroductionCard key={introduction.id} introduction={introduction} />
      ))}
      <LoadMore
        hasMore={isLast && nextCursor !== null}
        isBusy={fetching}
        onMore={() => nextCursor && onMore(nextCursor)}
      />
    </>
  );
}

function Nothing({ side }: { side: IntroductionSide }) {
  if (side === 'introducer') {
    return (
      <EmptyState title={<Trans>Nadie te pide presentar ahora</Trans>}>
        <Trans>Cuando alguien quiera conocer a otra persona a través de ti, lo verás aquí.</Trans>
      </EmptyState>
    );
  }
  if (side === 'asked') {
    return (
      <EmptyState title={<Trans>Nadie te pidió una presentación todavía</Trans>}>
        <Trans>Cuando alguien quiera conocerte, su nota aparecerá aquí y tú decides.</Trans>
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title={<Trans>Todavía no pediste ninguna</Trans>}
      actions={
        <ButtonLink kind="primary" to="/people">
          <Trans>Buscar gente</Trans>
        </ButtonLink>
      }
    >
      <Trans>Busca a alguien por sus temas o su territorio y pídele una presentación.</Trans>
    </EmptyState>
  );
}

function Failed({ text, onRetry }: { text: string; onRetry: () => void }) {
  return (
    <EmptyState
      title={<Trans>No pudimos cargar la lista</Trans>}
      actions={
        <Button kind="primary" onClick={onRetry}>
          <Trans>Reintentar</Trans>
        </Button>
      }
    >
      {text}
    </EmptyState>
  );
}
