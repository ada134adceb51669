import { Trans, useLingui } from '@lingui/react/macro';
import { gql } from 'urql';
import type { ActsAboutMeQuery, ActsAboutMeQueryVariables } from '../../gql/types';
import { IconTile, Row, Rows } from '../../ui/display/card';
import { LoadFailed } from '../../ui/page/load-failed';
import { LoadMore } from '../../ui/page/load-more';
import { RelativeTime } from '../../ui/display/relative-time';
import { Skeleton } from '../../ui/display/skeleton';
import { usePagedList } from '../../lib/server/use-paged-list';
import { actionName, powerName, reasonName } from './action-names';

const ACTS_ABOUT_ME = gql<ActsAboutMeQuery, ActsAboutMeQueryVariables>`
  query ActsAboutMe($after: String) {
    actsAboutMe(first: 10, after: $after) {
      items {
        id
        createdAt
        duty
        action
        subjectType
        reason
      }
      nextCursor
    }
  }
`;

type Act = ActsAboutMeQuery['actsAboutMe']['items'][number];

/** Lists audited actions about the viewer: the duty and the time, never the actor. */
export function ActsAboutMe() {
  const { items, problem, hasMore, isBusy, more, reload } = usePagedList(
    ACTS_ABOUT_ME,
    (data) => data.actsAboutMe,
  );
  return (
    <section className="stack stack--3">
      <div className="stack stack--1">
        <h2>
          <Trans>Quién miró algo tuyo</Trans>
        </h2>
        <p className="muted">
          <Trans>
            Cada vez que alguien usa una tarea para abrir o decidir algo sobre ti, queda aquí.
          </Trans>
        </p>
      </div>
      {problem && <LoadFailed problem={problem} onRetry={items ? more : reload} />}
      {!items && !problem && <Skeleton kind="row" rows={2} />}
      {items && <ActRows acts={items} />}
      <LoadMore hasMore={hasMore} isBusy={isBusy} onMore={more} />
    </section>
  );
}

function ActRows({ acts }: { acts: readonly Act[] }) {
  const { t } = useLingui();
  if (acts.length === 0) {
    return (
      <p className="muted">
        <Trans>Todavía no hay nada.</Trans>
      </p>
    );
  }
  return (
    <Rows label={t`Quién miró algo tuyo`}>
      {acts.map(({ id, subjectType, action, duty, reason, createdAt }) => (
        <Row
          key={id}
          start={<IconTile icon="eye" look="plain" />}
          title={actionName(subjectType, action)}
          note={
            <>
              {powerName({ duty, subjectType, action })} · <RelativeTime at={createdAt} />
              {reason && <> · {reasonName(reason)}</>}
            </>
          }
        />
      ))}
    </Rows>
  );
}
