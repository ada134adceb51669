import { Trans } from '@lingui/react/macro';
import { Link } from 'react-router';
import { Icon } from '../../ui/display/icon';
import { IconTile } from '../../ui/display/card';

interface CoalitionCardProps {
  coalition: { slug: string; name: string; purpose: string };
}

/** A coalition in a list. Its icon and word tell it from a group. */
export function CoalitionCard({ coalition: { slug, name, purpose } }: CoalitionCardProps) {
  return (
    <Link className="card pc" to={`/coalitions/${slug}`}>
      <IconTile icon="coalition" />
      <span className="grow stack stack--1">
        <span className="eyebrow">
          <Trans>Coalición</Trans>
        </span>
        <span className="pc__n breakable">{name}</span>
        <span className="xs muted breakable">{purpose}</span>
      </span>
      <Icon name="next" size="s" />
    </Link>
  );
}
