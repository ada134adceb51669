import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link } from 'react-router';
import { IconButton } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { ShieldButton } from '../../ui/shield-button';
import type { ChannelShown } from './channels.graphql';
import { FindLink } from './find-link';

interface ChannelBarProps {
  /** Not known yet, or not at all. */
  channel?: ChannelShown | undefined;
  onDetails?: () => void;
}

/** The channel's own bar: on phones it is the only one, so the shield stands in it. */
export function ChannelBar({ channel, onDetails }: ChannelBarProps) {
  const { t } = useLingui();
  return (
    <header className={`topbar topbar--channel${channel ? '' : ' only-m'}`}>
      <Link className="iconbtn only-m" to="/channels" aria-label={t`Canales`}>
        <Icon name="back" />
      </Link>
      <div className="grow">
        {channel && <h1 className="topbar__title">{channel.name || t`Una alianza de antes`}</h1>}
        {channel && <Place channel={channel} />}
      </div>
      {channel && <FindLink channelId={channel.id} />}
      <span className="only-m">
        <ShieldButton />
      </span>
      {onDetails && (
        <IconButton
          icon="more"
          label={t`Detalles del canal`}
          className="detail__open"
          onClick={onDetails}
        />
      )}
    </header>
  );
}

function Place({ channel: { group, allyId } }: { channel: ChannelShown }) {
  if (allyId) {
    return (
      <span className="row__s">
        <Link to={`/people/${allyId}`}>
          <Trans>Conversación</Trans>
        </Link>
      </span>
    );
  }
  if (!group) return null;
  return (
    <span className="row__s">
      <Link to={`/groups/${group.slug}`}>{group.name}</Link>
      {group.memberCount !== null && (
        <>
          {' · '}
          <Plural value={group.memberCount} one="# persona" other="# personas" />
        </>
      )}
    </span>
  );
}
