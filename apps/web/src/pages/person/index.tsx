import { Trans, useLingui } from '@lingui/react/macro';
import { useParams } from 'react-router';
import { useQuery } from 'urql';
import { InviteToGroup } from '../../features/groups/inviting/invite-to-group';
import { OpenIntroduction } from '../../features/introductions/open-introduction';
import { IntroductionActions } from '../../features/introductions/introduction-actions';
import { BlockReportMenu } from '../../features/moderation/blocks/block-report-menu';
import { useLanguageTags } from '../../features/profiles/directory/chip-names';
import { PERSON_QUERY } from '../../features/profiles/directory/people.graphql';
import { PersonFields } from '../../features/profiles/person/person-fields';
import '../../features/profiles/own/error-texts';
import type { PersonQuery } from '../../gql/types';
import { type RequestProblem, requestProblemOf, problemText } from '../../lib/server/errors';
import { useMe } from '../../lib/server/session';
import { useNews } from '../../lib/server/use-news';
import { useWatch } from '../../lib/server/use-watch';
import { TagList } from '../../ui/display/chip';
import { EmptyState } from '../../ui/page/empty-state';
import { NotFound } from '../../ui/page/not-found';
import { type PageLayout, Page, usePageLayout } from '../../ui/page/page';
import { Picture } from '../../ui/display/picture';
import { Skeleton } from '../../ui/display/skeleton';

type Person = PersonQuery['person'];

/** Profile of a person as the viewer may see it. Hidden fields leave no trace. */
export default function PersonPage() {
  const { t } = useLingui();
  const { id = '' } = useParams();
  const { language } = useMe();
  const [{ data, error }, refetch] = useQuery({ query: PERSON_QUERY, variables: { id, language } });
  const again = () => refetch({ requestPolicy: 'network-only' });
  useNews(['introduction', 'alliance'], again);
  useWatch('profile', data?.person.id, again);
  const problem = data ? undefined : requestProblemOf(error);
  if (problem?.code === 'NOT_FOUND') return <NotFound />;
  const frame = { title: t`Persona`, back: { to: '/people', label: t`Gente` } };
  if (data) return <Shown person={data.person} frame={frame} onChanged={again} />;
  return (
    <Page {...frame} width={688}>
      {problem ? <Refused problem={problem} /> : <Skeleton rows={2} />}
    </Page>
  );
}

interface ShownProps {
  person: Person;
  frame: PageLayout;
  onChanged: () => void;
}

function Shown({ person, frame, onChanged }: ShownProps) {
  const { id, name, colour, avatar } = person;
  const meeting = {
    person: { id, name: name ?? '', colour, avatar },
    canAsk: person.viewerCan.includes('askIntroduction'),
    isClosed: !person.takesRequests && !person.viewerCan.includes('edit'),
    onChanged,
  };
  usePageLayout(frame);
  return (
    <main id="main" tabIndex={-1}>
      <div className="selvedge" />
      <Head person={person} onChanged={onChanged} />
      <div className="page page--688 stack stack--5">
        <OpenIntroduction {...meeting} />
        {person.about && <p className="about said">{person.about}</p>}
        <PersonFields person={person} />
        {person.name && person.viewerCan.includes('invite') && (
          <InviteToGroup person={{ id, name: person.name }} />
        )}
        <IntroductionActions {...meeting} />
      </div>
    </main>
  );
}

/** Header: picture, name, pronouns, territories, issue areas and languages. */
function Head({ person, onChanged }: Omit<ShownProps, 'frame'>) {
  const { t } = useLingui();
  const languageTags = useLanguageTags();
  const name = person.name ?? '';
  const { id, colour, avatar, pronouns, region, territories } = person;
  const places = [region?.name, ...territories.map(({ shortName }) => shortName)];
  return (
    <div className="hero-p">
      <div className="stack">
        <div className="hero__who">
          <Picture {...{ id, name, colour, avatar }} size="l" />
          <div className="grow stack stack--1">
            <h1>{name}</h1>
            <p className="muted">
              {[pronouns, places.filter(Boolean).join(', ')].filter(Boolean).join(' · ')}
            </p>
          </div>
          <BlockReportMenu
            target={{ subject: 'Profile', subjectId: id }}
            name={name}
            viewerCan={person.viewerCan}
            onChanged={onChanged}
          />
        </div>
        <div className="stack stack--2">
          <TagList label={t`Temas`} items={person.issueAreas.map(({ shortName }) => shortName)} />
          <TagList label={t`Lenguas`} items={languageTags(person)} isLine />
        </div>
      </div>
    </div>
  );
}

/** Error other than "not found", with advice on what to do. */
function Refused({ problem }: { problem: RequestProblem }) {
  const isEnough = problem.reason === 'person.enoughToday';
  const title = isEnough ? (
    <Trans>Por hoy ya viste a mucha gente</Trans>
  ) : (
    <Trans>No pudimos abrir esta página</Trans>
  );
  return (
    <EmptyState level="h1" title={title}>
      {problemText(problem)}
    </EmptyState>
  );
}
