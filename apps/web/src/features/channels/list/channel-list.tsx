import { Trans, useLingui } from '@lingui/react/macro';
import { Fragment, type ReactNode } from 'react';
import { useQuery } from 'urql';
import { useConnection } from '../../../lib/server/connection';
import { requestProblemOf } from '../../../lib/server/errors';
import { useNews } from '../../../lib/server/use-news';
import { useSetBadgeCount } from '../../../lib/page/badge-counts';
import { ChannelRow } from '../../../ui/messages/channel-row';
import { ButtonLink } from '../../../ui/actions/button';
import { GroupPicture } from '../../../ui/display/group-picture';
import { Icon } from '../../../ui/display/icon';
import { EmptyState } from '../../../ui/page/empty-state';
import { LoadFailed } from '../../../ui/page/load-failed';
import { Skeleton } from '../../../ui/display/skeleton';
import { CHANNELS_QUERY, type ChannelListItem } from './listed-channels.graphql';
import { DraftLine, LastMessageLine } from './last-message-line';
import { type ChannelSection, channelSections } from './channel-sections';
import { useDrafts } from './use-drafts';
import { WriteToAlly } from './write-to-ally';
import { type CurrentChannel, useLastMessages } from './use-last-messages';
import { hasUnread, badgeCount, totalBadgeCount } from '../feed/channel-badge-count';
import { StoredCountNote } from '../channel/offline-notes';
import { type StoredCounts, useStoredCounts } from '../feed/use-stored-counts';

interface ChannelListProps {
  /** The open channel; only its id while it loads. */
  current?: CurrentChannel | undefined;
  currentId?: string;
  /** Rendered below the open channel's row. */
  under?: ReactNode;
  level?: 'h2' | 'h3';
  /** Shown when there are no channels. The default text explains what the viewer can do then. */
  empty?: ReactNode;
}

/**
 * All channels and conversations by group, last active first. Offline, each row shows what this device stores of the
 * channel.
 */
export function ChannelList(props: ChannelListProps) {
  const { current, currentId, under, level = 'h2', empty } = props;
  const [{ data, error }, refetch] = useQuery({
    query: CHANNELS_QUERY,
    requestPolicy: 'cache-and-network',
  });
  const again = () => refetch({ requestPolicy: 'network-only' });
  useNews(['channel', 'channels', 'group', 'blocks'], again);
  const kept = useStoredCounts(useConnection() === 'offline');
  useSetBadgeCount('/channels', data && totalBadgeCount(data.channels));
  const drafts = useDrafts(currentId);
  const sections = channelSections(useLastMessages(data?.channels, current));
  const problem = requestProblemOf(error);
  if (!data && problem) return <LoadFailed problem={problem} onRetry={again} />;
  if (!data) return <Skeleton rows={5} kind="row" />;
  if (data.channels.length === 0) return empty ?? <NoChannels />;
  return (
    <div className="chgroups">
      {sections.map((section) => (
        <section key={section.key} aria-labelledby={`chgroup-${section.key}`}>
          <Heading section={section} level={level} />
          {section.channels.map((channel) => (
            <Fragment key={channel.id}>
              <ListedRow
                channel={channel}
                kept={kept}
                draft={drafts.get(channel.id)}
                isCurrent={channel.id === currentId}
              />
              {channel.id === currentId && under}
            </Fragment>
          ))}
          {section.key === 'conversations' && <WriteToAlly channels={data.channels} />}
        </section>
      ))}
    </div>
  );
}

interface HeadingProps {
  section: ChannelSection<ChannelListItem>;
  level: 'h2' | 'h3';
}

function Heading({ section, level: Level }: HeadingProps) {
  const { key, name, isCoalition, picture } = section;
  const hasMark = isCoalition || picture !== null;
  return (
    <Level id={`chgroup-${key}`} className={hasMark ? 'chgroup inline' : 'chgroup'}>
      {isCoalition && <CoalitionMark />}
      {picture !== null && <GroupPicture group={{ id: key, name: name ?? '', picture }} size="s" />}
      {name ??
        (key === 'ended' ? (
          <Trans>Conversaciones terminadas</Trans>
        ) : (
          <Trans>Aliadas y aliados</Trans>
        ))}
    </Level>
  );
}

/** Tells a coalition from a group. */
function CoalitionMark() {
  return (
    <>
      <Icon name="coalition" size="s" />
      <span className="vh">
        <Trans>Coalición</Trans>
      </span>
    </>
  );
}

interface ListedRowProps {
  channel: ChannelListItem;
  kept: StoredCounts | undefined;
  draft: string | undefined;
  isCurrent: boolean;
}

function ListedRow({ channel, kept, draft, isCurrent }: ListedRowProps) {
  const { t } = useLingui();
  const { id, name, allyId, group, level } = channel;
  const isAway = kept !== undefined && !kept.has(id);
  return (
    <ChannelRow
      to={`/channels/${id}`}
      id={allyId ?? id}
      name={name || t`Una alianza de antes`}
      note={<Note {...{ channel, kept, isAway }} draft={isCurrent ? undefined : draft} />}
      at={channel.lastMessage?.createdAt}
      count={isAway ? 0 : badgeCount(channel)}
      isNew={!isAway && hasUnread(channel)}
      isInTopics={channel.generalUnreadCount === 0}
      isSilent={level === 'none'}
      isCurrent={isCurrent}
      isConversation={group === null}
      isAway={isAway}
    />
  );
}

type NoteProps = Omit<ListedRowProps, 'isCurrent'> & { isAway: boolean };

/** Second line of a row: the draft, the last message, or the number of stored messages while offline. */
function Note({ channel, kept, draft, isAway }: NoteProps) {
  if (draft && !isAway && !channel.isEnded) return <DraftLine text={draft} />;
  if (kept) return <StoredCountNote count={kept.get(channel.id)} />;
  return <LastMessageLine last={channel.lastMessage} />;
}

/** Explains where to find channels, for a viewer without any. */
export function NoChannels({ level = 'h2' }: { level?: 'h1' | 'h2' }) {
  return (
    <EmptyState
      level={level}
      title={<Trans>Aún no hay canales</Trans>}
      actions={
        <ButtonLink kind="primary" to="/groups">
          <Trans>Ver grupos</Trans>
        </ButtonLink>
      }
    >
      <Trans>Los canales viven en los grupos. Entra a uno o funda el tuyo.</Trans>
    </EmptyState>
  );
}
