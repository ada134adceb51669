import { Trans } from '@lingui/react/macro';
import { Link } from 'react-router';
import { Avatar } from '../../ui/display/avatar';
import { Icon } from '../../ui/display/icon';

interface GroupCardProps {
  group: { id: string; slug: string; name: string; purpose: string; archivedAt?: string | null };
}

export function GroupCard({ group: { id, slug, name, purpose, archivedAt } }: GroupCardProps) {
  return (
    <Link className="card pc" to={`/groups/${slug}`}>
      <Avatar id={id} name={name} isGroup />
      <span className="grow stack stack--1">
        <span className="pc__n">{name}</span>
        <span className="xs muted">{archivedAt ? <Trans>Archivado</Trans> : purpose}</span>
      </span>
      <Icon name="next" size="s" />
    </Link>
  );
}
