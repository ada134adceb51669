import { Trans, useLingui } from '@lingui/react/macro';
import { Link, Navigate, useParams } from 'react-router';
import { useQuery } from 'urql';
import { badgeCount, hasUnread } from '../../features/channels/feed/channel-badge-count';
import { CoalitionHeader } from '../../features/coalitions/coalition-header';
import {
  type Coalition,
  COALITION_QUERY,
  type OwnGrant,
} from '../../features/coalitions/coalitions.graphql';
import { ManageRows } from '../../features/coalitions/manage-rows';
import { ParticipantList } from '../../features/coalitions/participants/participant-list';
import { SmallCoalitionBanner } from '../../features/coalitions/small-coalition-banner';
import { HowToTakePart } from '../../features/coalitions/taking-part/how-to-take-part';
import { OwnEntry } from '../../features/coalitions/taking-part/own-entry';
import { AgreementsBanner } from '../../features/groups/agreements/agreements-banner';
import { AgreementsText } from '../../features/groups/agreements/agreements-text';
import { hasUnconsentedCount, Unconsented } from '../../features/groups/agreements/unconsented';
import { ReportButton } from '../../features/moderation/reports/report-button';
import { requestProblemOf } from '../../lib/server/errors';
import { useNews } from '../../lib/server/use-news';
import { IconTile, Row, Rows } from '../../ui/display/card';
import { Icon } from '../../ui/display/icon';
import { Skeleton } from '../../ui/display/skeleton';
import { ChannelRow } from '../../ui/messages/channel-row';
import { LoadFailed } from '../../ui/page/load-failed';
import { NotFound } from '../../ui/page/not-found';
import { Page } from '../../ui/page/page';

/** Page of a coalition: purpose and participants; its channels and people only for those who take part. */
export default function CoalitionPage() {
  const { t } = useLingui();
  const { slug = '' } = useParams();
  const [{ data, error }, refetch] = useQuery({
    query: COALITION_QUERY,
    variables: { slug },
    requestPolicy: 'cache-and-network',
  });
  const again = () => refetch({ requestPolicy: 'network-only' });
  useNews(['group', 'channels', 'channel', 'twoPersonAct'], again);
  const problem = requestProblemOf(error);
  if (problem?.code === 'NOT_FOUND') return <NotFound />;
  if (data?.group.kind === 'group') return <Navigate to={`/groups/${slug}`} replace />;
  const back = { to: '/coalitions', label: t`Coaliciones` };
  return (
    <Page title={t`Coalición`} back={back} width={688}>
      {problem && !data && <LoadFailed problem={problem} onRetry={again} />}
      {!data && !problem && <Skeleton rows={4} kind="row" />}
      {data && (
        <Inside
          coalition={data.group}
          grants={data.myGrants.filter(({ coalition }) => coalition?.id === data.group.id)}
          onChanged={again}
        />
      )}
    </Page>
  );
}

interface InsideProps {
  coalition: Coalition;
  /** The viewer's grants in this coalition. */
  grants: readonly OwnGrant[];
  onChanged: () => void;
}

function Inside({ coalition, grants, onChanged }: InsideProps) {
  const takesPart = coalition.myMembershipId !== null;
  return (
    <>
      <CoalitionHeader coalition={coalition} />
      <SmallCoalitionBanner coalition={coalition} />
      {takesPart ? (
        <AgreementsBanner group={coalition} />
      ) : (
        <HowToTakePart coalition={coalition} grants={grants} />
      )}
      {takesPart && <Channels coalition={coalition} />}
      <ParticipantList coalition={coalition} />
      {takesPart && <OwnEntry coalition={coalition} grants={grants} onChanged={onChanged} />}
      {takesPart && <People coalition={coalition} />}
      {!takesPart && <AgreementsText text={coalition.agreements.text} />}
      <ManageRows
        coalition={coalition}
        agreementsNote={hasUnconsentedCount(coalition) && <Unconsented group={coalition} />}
      />
      {coalition.viewerCan.includes('report') && (
        <div className="btns">
          <ReportButton target={{ subject: 'Group', subjectId: coalition.id }} />
        </div>
      )}
    </>
  );
}

function Channels({ coalition }: Pick<InsideProps, 'coalition'>) {
  const { t } = useLingui();
  const { slug, channels, archivedChannels, viewerCan } = coalition;
  const canCreate = viewerCan.includes('createChannel');
  return (
    <section className="stack stack--2">
      <div className="inline between">
        <h2>
          <Trans>Canales</Trans>
        </h2>
        {canCreate && (
          <Link
            className="iconbtn"
            to={`/channels/new?group=${slug}`}
            aria-label={t`Canal nuevo`}
            title={t`Canal nuevo`}
          >
            <Icon name="plus" />
          </Link>
        )}
      </div>
      {channels.length === 0 && (
        <p className="muted">
          {canCreate ? (
            <Trans>Aún no hay canales. Crea el primero.</Trans>
          ) : (
            <Trans>Aún no hay canales. Los crea quien sostiene o facilita la coalición.</Trans>
          )}
        </p>
      )}
      {channels.map((channel) => (
        <ChannelRow
          key={channel.id}
          to={`/channels/${channel.id}`}
          id={channel.id}
          name={channel.name}
          count={badgeCount(channel)}
          isNew={hasUnread(channel)}
        />
      ))}
      {archivedChannels.map(({ id, name }) => (
        <ChannelRow key={id} to={`/channels/${id}`} id={id} name={name} note={t`Archivado`} />
      ))}
    </section>
  );
}

function People({ coalition: { slug, memberCount } }: Pick<InsideProps, 'coalition'>) {
  const { t } = useLingui();
  return (
    <section className="stack stack--2">
      <h2>
        <Trans>Personas</Trans>
      </h2>
      <Rows label={t`Personas`}>
        <Row
          to={`/coalitions/${slug}/members`}
          start={<IconTile icon="people" />}
          title={<Trans>Ver a todas las personas</Trans>}
          note={memberCount ? <Trans>{memberCount} en la coalición</Trans> : undefined}
        />
      </Rows>
      <p className="xs muted">
        <Trans>Cada quien decide si muestra por qué grupo u organización participa.</Trans>
      </p>
    </section>
  );
}
