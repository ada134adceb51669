import { Trans } from '@lingui/react/macro';
import { Link } from 'react-router';
import { Badge } from '../../ui/display/badge';
import { Face } from '../../ui/display/face';
import { Picture } from '../../ui/display/picture';
import { MemberMenu } from './member-menu';
import type { GroupMember } from './steward-actions';

interface MemberRowProps {
  slug: string;
  member: GroupMember;
  /** Whether the members see the list, so that a member outside it stands out. */
  isListOpen: boolean;
  onChanged: () => void;
}

/** A member in the list, with the viewer's menu. */
export function MemberRow({ slug, member, isListOpen, onChanged }: MemberRowProps) {
  const { id, name, role, isMe, isListed, isPersona, avatar, colour, viewerCan } = member;
  return (
    <li className="row">
      {isPersona ? (
        <Picture id={id} name={name} avatar={avatar} of="persona" colour={colour} size="s" />
      ) : (
        <Face id={id} name={name} size="s" />
      )}
      <span className="grow">
        <span className="row__t">
          <Link to={addressOf(slug, member)}>{name}</Link>
        </span>
        {isPersona && (
          <span className="row__s">
            <Trans>Otro nombre, solo aquí</Trans>
          </span>
        )}
        {isMe && (
          <span className="row__s">
            <Trans>Tú</Trans>
          </span>
        )}
        {role === 'steward' && (
          <Badge look="mine">
            <Trans>Sostiene el grupo</Trans>
          </Badge>
        )}
        {role === 'facilitator' && (
          <Badge look="mine">
            <Trans>Facilita</Trans>
          </Badge>
        )}
        {isListOpen && !isListed && !isMe && (
          <Badge icon="eyeOff">
            <Trans>Fuera de la lista</Trans>
          </Badge>
        )}
        {viewerCan.includes('withdrawStewardshipOffer') && (
          <Badge>
            <Trans>Le pidieron sostener el grupo</Trans>
          </Badge>
        )}
      </span>
      <MemberMenu member={member} onChanged={onChanged} />
    </li>
  );
}

/**
 * Path of the viewer's persona page. For another member: the path of the profile, or of the member's page in this group
 * if the member uses a persona.
 */
function addressOf(slug: string, { id, isMe, personId }: GroupMember): string {
  if (isMe) return `/groups/${slug}/me`;
  return personId ? `/people/${personId}` : `/groups/${slug}/members/${id}`;
}
