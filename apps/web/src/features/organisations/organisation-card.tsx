import { Link } from 'react-router';
import { Avatar } from '../../ui/display/avatar';
import { Icon } from '../../ui/display/icon';

interface OrganisationCardProps {
  organisation: { id: string; slug: string; name: string; about: string };
}

/** An organisation in a list: name and description. */
export function OrganisationCard({
  organisation: { id, slug, name, about },
}: OrganisationCardProps) {
  return (
    <Link className="card pc" to={`/organisations/${slug}`}>
      <Avatar id={id} name={name} isGroup />
      <span className="grow stack stack--1">
        <span className="pc__n">{name}</span>
        {about && <span className="xs muted">{about}</span>}
      </span>
      <Icon name="next" size="s" />
    </Link>
  );
}
