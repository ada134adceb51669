import { Trans, useLingui } from '@lingui/react/macro';
import { useParams } from 'react-router';
import { useQuery } from 'urql';
import { Meeting } from '../../features/introductions/meeting';
import { MeetingAction } from '../../features/introductions/meeting-action';
import { PartingMenu } from '../../features/moderation/blocks/parting-menu';
import { useLanguageTags } from '../../features/profiles/directory/chip-names';
import { PERSON } from '../../features/profiles/directory/people.graphql';
import { PersonFields } from '../../features/profiles/person/person-fields';
import '../../features/profiles/own/reasons';
import type { PersonQuery } from '../../gql/types';
import { type Problem, problemOf, sentence } from '../../lib/server/errors';
import { useMe } from '../../lib/server/session';
import { useNews } from '../../lib/server/use-news';
import { useWatch } from '../../lib/server/use-watch';
import { Tags } from '../../ui/display/chip';
import { EmptyState } from '../../ui/page/empty-state';
import { NotFound } from '../../ui/page/not-found';
import { Page } from '../../ui/page/page';
import { Picture } from '../../ui/display/picture';
import { Skeleton } from '../../ui/display/skeleton';
import { TakingNoRequests } from '../../ui/people/taking-no-requests';

type Person = PersonQuery['person'];

/** A person as the viewer may see them: what is hidden is not there, and nothing says so. */
export default function PersonPage() {
  const { t } = useLingui();
  const { id = '' } = useParams();
  const { language } = useMe();
  const [{ data, error }, refetch] = useQuery({ query: PERSON, variables: { id, language } });
  const again = () => refetch({ requestPolicy: 'network-only' });
  useNews(['introduction', 'alliance'], again);
  useWatch('profile', data?.person.id, again);
  const problem = data ? undefined : problemOf(error);
  if (problem?.code === 'NOT_FOUND') return <NotFound />;
  return (
    <Page title={t`Persona`} back={{ to: '/people', label: t`Gente` }} width={688}>
      {data && <Shown person={data.person} onChanged={again} />}
      {problem && <Refused problem={problem} />}
      {!data && !problem && <Skeleton rows={2} />}
    </Page>
  );
}

function Shown({ person, onChanged }: { person: Person; onChanged: () => void }) {
  const name = person.name ?? '';
  const shown = { id: person.id, name, colour: person.colour, avatar: person.avatar };
  const places = person.territories.map(({ shortName }) => shortName);
  const region = person.region?.name;
  const languageTags = useLanguageTags();
  const meeting = {
    person: shown,
    canAsk: person.viewerCan.includes('askIntroduction'),
    isClosed: !person.takesRequests && !person.viewerCan.includes('edit'),
    onChanged,
  };
  return (
    <>
      <div className="inline inline--3 top">
        <Picture {...shown} size="l" />
        <div className="grow stack stack--1">
          <h1>{name}</h1>
          {person.pronouns && <p className="xs muted">{person.pronouns}</p>}
          <p className="muted">{[region, ...places].filter(Boolean).join(', ')}</p>
          <TakingNoRequests takesRequests={person.takesRequests} />
          <Tags items={languageTags(person)} />
        </div>
        <PartingMenu
          target={{ subject: 'Profile', subjectId: person.id }}
          name={name}
          viewerCan={person.viewerCan}
          onChanged={onChanged}
        />
      </div>
      <Meeting {...meeting} />
      <PersonFields person={person} />
      <MeetingAction {...meeting} />
    </>
  );
}

/** Not found is another matter: this one says what to do. */
function Refused({ problem }: { problem: Problem }) {
  const isEnough = problem.reason === 'person.enoughToday';
  const title = isEnough ? (
    <Trans>Por hoy ya viste a mucha gente</Trans>
  ) : (
    <Trans>No pudimos abrir esta página</Trans>
  );
  return (
    <EmptyState level="h1" title={title}>
      {sentence(problem)}
    </EmptyState>
  );
}
