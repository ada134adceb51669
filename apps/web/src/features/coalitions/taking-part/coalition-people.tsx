import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { requestProblemOf } from '../../../lib/server/errors';
import { useNews } from '../../../lib/server/use-news';
import { Badge } from '../../../ui/display/badge';
import { Face } from '../../../ui/display/face';
import { Picture } from '../../../ui/display/picture';
import { Skeleton } from '../../../ui/display/skeleton';
import { LoadFailed } from '../../../ui/page/load-failed';
import { LoadMore } from '../../../ui/page/load-more';
import { COALITION_PEOPLE_QUERY, type CoalitionPerson } from './taking-part.graphql';

interface CoalitionPeopleProps {
  coalitionId: string;
  slug: string;
  after?: string | null;
  /** The viewer's actions on a person. */
  menu: (person: CoalitionPerson, onChanged: () => void) => ReactNode;
}

/** The people who take part, by name. Each decides whether the others see through which participant they come. */
export function CoalitionPeople(props: CoalitionPeopleProps) {
  const { coalitionId, slug, after = null, menu } = props;
  const [hasMore, setMore] = useState(false);
  const [{ data, error, fetching }, refetch] = useQuery({
    query: COALITION_PEOPLE_QUERY,
    variables: { coalitionId, after },
    requestPolicy: 'cache-and-network',
  });
  const again = () => refetch({ requestPolicy: 'network-only' });
  useNews(['group'], again);
  const problem = data ? undefined : requestProblemOf(error);
  if (problem) return <LoadFailed problem={problem} onRetry={again} />;
  if (!data) return <Skeleton kind="row" />;
  const { items, nextCursor } = data.groupMembers;
  return (
    <>
      <ul className="card card--flush rows">
        {items.map((person) => (
          <PersonRow key={person.id} slug={slug} person={person} menu={menu(person, again)} />
        ))}
      </ul>
      {hasMore && nextCursor ? (
        <CoalitionPeople {...props} after={nextCursor} />
      ) : (
        <LoadMore hasMore={nextCursor !== null} isBusy={fetching} onMore={() => setMore(true)} />
      )}
    </>
  );
}

interface PersonRowProps {
  slug: string;
  person: CoalitionPerson;
  menu: ReactNode;
}

function PersonRow({ slug, person, menu }: PersonRowProps) {
  const { id, name, isMe, isPersona, personId, avatar, colour } = person;
  const path = `/coalitions/${slug}`;
  const other = personId ? `/people/${personId}` : `${path}/members/${id}`;
  return (
    <li className="row">
      {isPersona ? (
        <Picture id={id} name={name} avatar={avatar} of="persona" colour={colour} size="s" />
      ) : (
        <Face id={id} name={name} size="s" />
      )}
      <span className="grow">
        <span className="row__t breakable">
          <Link to={isMe ? `${path}/me` : other}>{name}</Link>
        </span>
        <Notes person={person} />
      </span>
      {menu}
    </li>
  );
}

function Notes({ person: { isMe, role, shownParticipants } }: { person: CoalitionPerson }) {
  const { i18n } = useLingui();
  const names = new Intl.ListFormat(i18n.locale).format(shownParticipants.map(({ name }) => name));
  return (
    <>
      {isMe && (
        <span className="row__s">
          <Trans>Tú</Trans>
        </span>
      )}
      {names && (
        <span className="row__s breakable">
          <Trans>Por {names}</Trans>
        </span>
      )}
      {role === 'facilitator' && (
        <Badge look="mine">
          <Trans>Facilita</Trans>
        </Badge>
      )}
    </>
  );
}
