import { Link, type To } from 'react-router';
import { Tags } from '../display/chip';
import { Icon } from '../display/icon';
import { Picture } from '../display/picture';
import { NoRequestsLabel } from './no-requests-label';

interface PersonCardProps {
  to: To;
  id: string;
  name: string;
  colour?: string | null;
  avatar?: string | null;
  takesRequests: boolean;
  /** Optional fields contain only data that the viewer may see; a missing field takes no space. */
  territory?: string | undefined;
  practices?: string | undefined;
  languages?: readonly string[];
}

export function PersonCard({
  to,
  id,
  name,
  colour,
  avatar,
  takesRequests,
  territory,
  practices,
  languages = [],
}: PersonCardProps) {
  return (
    <Link className="card pc" to={to}>
      <Picture id={id} name={name} colour={colour} avatar={avatar} />
      <span className="grow stack stack--1">
        <span className="pc__n">{name}</span>
        <NoRequestsLabel takesRequests={takesRequests} />
        {territory && <span className="xs muted">{territory}</span>}
        {practices && <span className="xs">{practices}</span>}
        <Tags items={languages} />
      </span>
      <Icon name="next" size="s" />
    </Link>
  );
}
