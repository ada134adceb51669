import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Icon } from '../../ui/display/icon';
import { IconTile } from '../../ui/display/card';

interface CoalitionCardProps {
  coalition: { slug: string; name: string; purpose: string };
  /** Why the viewer does not take part, in words. */
  state?: ReactNode;
}

/** A coalition in a list. Its icon and word tell it from a group. */
export function CoalitionCard({ coalition, state }: CoalitionCardProps) {
  const { slug, name, purpose } = coalition;
  return (
    <Link className="card pc" to={`/coalitions/${slug}`}>
      <IconTile icon="coalition" />
      <span className="grow stack stack--1">
        <span className="eyebrow">
          <Trans>Coalición</Trans>
        </span>
        <span className="pc__n breakable">{name}</span>
        <span className="xs muted breakable">{purpose}</span>
        {state && <span>{state}</span>}
      </span>
      <Icon name="next" size="s" />
    </Link>
  );
}
