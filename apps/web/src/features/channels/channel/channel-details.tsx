import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import { groupPath } from '../../../lib/page/group-path';
import { Badge } from '../../../ui/display/badge';
import { Banner } from '../../../ui/display/banner';
import { Row, Rows } from '../../../ui/display/card';
import { Icon } from '../../../ui/display/icon';
import { ArchiveChannelDialog, RenameChannelDialog } from './channel-dialogs';
import type { ChannelData, TopicData } from '../list/message-history.graphql';
import { FormattingHelp } from '../composer/formatting-help';
import { NotificationLevelChoice } from './notification-level-choice';
import { PinnedList } from '../messages/pinned-list';
import { RetentionRow } from '../retention/retention-row';
import { StartTopicRow, TopicActions } from '../topics/topic-actions';

export interface ChannelDetailsProps {
  channel: ChannelData;
  /** The open topic, if any. */
  topic: TopicData | undefined;
  onGo: () => void;
  onConfirm: (what: ReactNode, act: () => void) => void;
  onChanged: () => void;
}

/** Details of a channel: purpose, readers, retention, and the actions of facilitators and stewards. */
export function ChannelDetails({ channel, topic, onGo, ...changing }: ChannelDetailsProps) {
  const { isArchived, isEnded, allyId, group } = channel;
  return (
    <>
      <div className="stack stack--2">
        {isArchived && (
          <span>
            <Badge icon="archive">
              <Trans>Archivado</Trans>
            </Badge>
          </span>
        )}
        {isEnded && (
          <span>
            <Badge icon="archive">
              <Trans>Conversación terminada</Trans>
            </Badge>
          </span>
        )}
        <What channel={channel} />
      </div>
      {topic && <TopicActions topic={topic} onGo={onGo} />}
      <PinnedList channel={channel} onGo={onGo} />
      {!isEnded && <NotificationLevelChoice channel={channel} />}
      <WhoReads group={group} />
      <RetentionRow channel={channel} {...changing} />
      {group && <HistoryRow channel={channel} />}
      {!isArchived && !isEnded && <FormattingHelp />}
      <GroupRows channel={channel} />
      {allyId !== null && (
        <Rows>
          <Row to={`/people/${allyId}`} start={<Icon name="people" />} title={channel.name} />
        </Rows>
      )}
      <StartTopicRow channel={channel} onGo={onGo} />
      <FacilitatorRows channel={channel} />
    </>
  );
}

function What({ channel }: { channel: ChannelData }) {
  const { t } = useLingui();
  const name = channel.name || t`Una alianza de antes`;
  const group = channel.group?.name;
  return (
    <p className="xs muted breakable">
      {group ? (
        <Trans>
          {name}, un canal de {group}
        </Trans>
      ) : (
        <Trans>Tu conversación con {name}</Trans>
      )}
    </p>
  );
}

function WhoReads({ group }: Pick<ChannelData, 'group'>) {
  if (!group) {
    return (
      <Banner look="info" icon="people" title={<Trans>Entre ustedes dos</Trans>}>
        <Trans>
          No está cifrado de extremo a extremo. Si alguien reporta un mensaje, moderación lo ve, y
          también los de alrededor que esa persona incluya.
        </Trans>
      </Banner>
    );
  }
  return (
    <Banner
      look="info"
      icon="people"
      title={
        group.kind === 'coalition' ? (
          <Trans>Lo leen quienes participan en la coalición</Trans>
        ) : (
          <Trans>Lo lee el grupo</Trans>
        )
      }
    >
      <Trans>
        No está cifrado de extremo a extremo. Si alguien reporta un mensaje, moderación lo ve, y
        también los de alrededor que esa persona incluya.
      </Trans>
    </Banner>
  );
}

/** Explains from which point on a new group member reads the channel's history. */
function HistoryRow({ channel: { history, isHistoryCut, group } }: { channel: ChannelData }) {
  return (
    <Rows>
      <Row
        start={<Icon name="clock" size="s" />}
        title={<Trans>Historial</Trans>}
        note={
          history === 'start' ? (
            <FromStart isHistoryCut={isHistoryCut} isInCoalition={group?.kind === 'coalition'} />
          ) : (
            <Trans>Quien llega lee desde que entra</Trans>
          )
        }
      />
    </Rows>
  );
}

function FromStart({
  isHistoryCut,
  isInCoalition,
}: {
  isHistoryCut: boolean;
  isInCoalition: boolean;
}) {
  if (!isHistoryCut) return <Trans>Quien llega lee desde el inicio</Trans>;
  if (isInCoalition)
    return (
      <Trans>Quien llega lee solo lo escrito desde que entró el último grupo u organización</Trans>
    );
  return (
    <Trans>Quien llega lee solo lo escrito desde que el grupo se hizo más visible o abierto</Trans>
  );
}

function GroupRows({ channel: { group } }: { channel: ChannelData }) {
  const { t } = useLingui();
  if (!group) return null;
  const isCoalition = group.kind === 'coalition';
  return (
    <Rows label={isCoalition ? t`La coalición` : t`El grupo`}>
      <Row
        to={`${groupPath(group)}/members`}
        start={<Icon name="people" size="s" />}
        title={<Trans>Personas</Trans>}
        note={
          group.memberCount !== null && (
            <Plural value={group.memberCount} one="# persona" other="# personas" />
          )
        }
      />
      <Row
        to={groupPath(group)}
        start={<Icon name={isCoalition ? 'coalition' : 'groups'} size="s" />}
        title={group.name}
      />
    </Rows>
  );
}

function FacilitatorRows({ channel }: { channel: ChannelData }) {
  const { t } = useLingui();
  const [open, setOpen] = useState<'rename' | 'archive'>();
  const close = () => setOpen(undefined);
  const canRename = channel.viewerCan.includes('rename');
  const canArchive = channel.viewerCan.includes('archive');
  if (!canRename && !canArchive) return null;
  return (
    <>
      <Rows label={t`Quien sostiene o facilita el grupo`}>
        {canRename && (
          <Row
            onClick={() => setOpen('rename')}
            start={<Icon name="edit" size="s" />}
            title={<Trans>Cambiar el nombre</Trans>}
          />
        )}
        {canArchive && (
          <Row
            onClick={() => setOpen('archive')}
            start={<Icon name="archive" size="s" />}
            title={<Trans>Archivar el canal</Trans>}
          />
        )}
      </Rows>
      {open === 'rename' && <RenameChannelDialog channel={channel} onClose={close} />}
      {open === 'archive' && <ArchiveChannelDialog channel={channel} onClose={close} />}
    </>
  );
}
