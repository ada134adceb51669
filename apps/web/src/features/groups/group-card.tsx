import { Plural, Trans } from '@lingui/react/macro';
import { Link } from 'react-router';
import { CountBadge } from '../../ui/display/badge';
import { GroupPicture } from '../../ui/display/group-picture';
import { Icon } from '../../ui/display/icon';

interface GroupCardProps {
  group: {
    id: string;
    slug: string;
    name: string;
    purpose: string;
    picture: string | null;
    archivedAt?: string | null;
    joinRequestsWaiting?: number | null;
  };
}

export function GroupCard({ group }: GroupCardProps) {
  const { slug, name, purpose, archivedAt, joinRequestsWaiting } = group;
  const count = joinRequestsWaiting ?? 0;
  return (
    <Link className="card pc" to={`/groups/${slug}`}>
      <GroupPicture group={group} />
      <span className="grow stack stack--1">
        <span className="pc__n">{name}</span>
        <span className="xs muted">{archivedAt ? <Trans>Archivado</Trans> : purpose}</span>
      </span>
      <CountBadge
        count={count}
        label={<Plural value={count} one="pide entrar" other="piden entrar" />}
      />
      <Icon name="next" size="s" />
    </Link>
  );
}
