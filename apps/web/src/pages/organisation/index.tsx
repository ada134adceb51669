import { Trans, useLingui } from '@lingui/react/macro';
import { useParams } from 'react-router';
import { useQuery } from 'urql';
import { ReportButton } from '../../features/moderation/reports/report-button';
import { EndingNotice, EndOrganisation } from '../../features/organisations/end-organisation';
import { OrganisationInvitations } from '../../features/organisations/organisation-invitations';
import { OrganisationPeople } from '../../features/organisations/organisation-people';
import {
  ORGANISATION_QUERY,
  type Organisation,
} from '../../features/organisations/organisations.graphql';
import { LostCoalitions } from '../../features/former-memberships/lost-coalitions';
import { LeaveOrganisation, OwnAffiliation } from '../../features/organisations/own-affiliation';
import { requestProblemOf } from '../../lib/server/errors';
import { useTermNames } from '../../lib/server/taxonomy';
import { useNews } from '../../lib/server/use-news';
import { useWatch } from '../../lib/server/use-watch';
import { Avatar } from '../../ui/display/avatar';
import { ButtonLink } from '../../ui/actions/button';
import { Tags } from '../../ui/display/chip';
import { LoadFailed } from '../../ui/page/load-failed';
import { NotFound } from '../../ui/page/not-found';
import { Page } from '../../ui/page/page';
import { Skeleton } from '../../ui/display/skeleton';

/** Organisation page: its work, its places, and those of its people whom the viewer may see. */
export default function OrganisationPage() {
  const { t } = useLingui();
  const { slug = '' } = useParams();
  const [{ data, error }, refetch] = useQuery({
    query: ORGANISATION_QUERY,
    variables: { slug },
    requestPolicy: 'cache-and-network',
  });
  const again = () => refetch({ requestPolicy: 'network-only' });
  useNews(['organisation', 'organisationInvitation'], again);
  useWatch('organisation', data?.organisation.id, again);
  const problem = requestProblemOf(error);
  if (problem?.code === 'NOT_FOUND') return <NotFound />;
  const back = { to: '/organisations', label: t`Organizaciones` };
  return (
    <Page title={t`Organización`} back={back} width={688}>
      {data && <Shown organisation={data.organisation} onChanged={again} />}
      {!data && problem && <LoadFailed problem={problem} onRetry={again} />}
      {!data && !problem && <Skeleton rows={3} kind="row" />}
    </Page>
  );
}

interface ShownProps {
  organisation: Organisation;
  onChanged: () => void;
}

function Shown({ organisation, onChanged }: ShownProps) {
  const { id, slug, name, about, myAffiliation: mine, viewerCan } = organisation;
  return (
    <>
      <div className="inline inline--3 top">
        <Avatar id={id} name={name} isGroup size="l" />
        <div className="grow stack stack--1">
          <h1>{name}</h1>
          {about && <p className="muted">{about}</p>}
        </div>
      </div>
      <Terms organisation={organisation} />
      <EndingNotice organisation={organisation} onChanged={onChanged} />
      {!mine && <OrganisationInvitations organisationId={id} onJoined={onChanged} />}
      <section className="stack stack--3">
        <div className="inline between">
          <h2>
            <Trans>Personas</Trans>
          </h2>
          {viewerCan.includes('invite') && (
            <ButtonLink to={`/organisations/${slug}/people`} kind="text" small>
              <Trans>Invitar</Trans>
            </ButtonLink>
          )}
        </div>
        <OrganisationPeople organisationId={id} />
      </section>
      {mine && <OwnAffiliation mine={mine} onChanged={onChanged} />}
      <Acts organisation={organisation} onChanged={onChanged} />
    </>
  );
}

/** Practices, issue areas, territories and languages of the organisation. */
function Terms({ organisation }: { organisation: Organisation }) {
  const nameOf = useTermNames();
  const { issueAreas, practices, territories, languages } = organisation;
  const names = (ids: readonly string[]) => ids.flatMap((id) => nameOf(id) ?? []);
  const where = names(territories).join(', ');
  return (
    <div className="stack stack--2">
      {where && <p className="xs muted">{where}</p>}
      <Tags items={[...names(issueAreas), ...names(practices), ...names(languages)]} />
    </div>
  );
}

function Acts({ organisation, onChanged }: ShownProps) {
  const { id, slug, myAffiliation: mine, viewerCan } = organisation;
  return (
    <div className="btns">
      {viewerCan.includes('edit') && (
        <ButtonLink to={`/organisations/${slug}/edit`} icon="edit">
          <Trans>Editar</Trans>
        </ButtonLink>
      )}
      {mine && (
        <LeaveOrganisation
          mine={mine}
          lostCoalitions={<LostCoalitions sourceId={id} isGroup={false} />}
        />
      )}
      {viewerCan.includes('end') && (
        <EndOrganisation organisation={organisation} onChanged={onChanged} />
      )}
      {viewerCan.includes('report') && (
        <ReportButton target={{ subject: 'Organisation', subjectId: id }} />
      )}
    </div>
  );
}
