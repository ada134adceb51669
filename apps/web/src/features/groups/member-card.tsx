import { Trans } from '@lingui/react/macro';
import { Badge } from '../../ui/display/badge';
import { Tags } from '../../ui/display/chip';
import { useTint } from '../../ui/display/face';
import { Picture } from '../../ui/display/picture';
import type { GroupMemberData } from './persona.graphql';

interface MemberCardProps {
  member: GroupMemberData;
  heading?: 'h1' | 'h2';
}

/** A member's persona or profile, as other members of the group see it. */
export function MemberCard({ member, heading: Heading = 'h2' }: MemberCardProps) {
  const { id, name, role, isPersona, avatar, colour, pronouns, about, practices } = member;
  const profileTint = useTint(id);
  const tint = isPersona ? colour : profileTint;
  return (
    <section className="card stack">
      <div className="inline inline--3">
        <Picture id={id} name={name} avatar={avatar} of="persona" colour={tint} size="l" />
        <div className="grow stack stack--1">
          <Heading>{name}</Heading>
          {role === 'steward' && (
            <p>
              <Badge look="mine">
                <Trans>Sostiene el grupo</Trans>
              </Badge>
            </p>
          )}
          {role === 'facilitator' && (
            <p>
              <Badge look="mine">
                <Trans>Facilita</Trans>
              </Badge>
            </p>
          )}
          {isPersona && (
            <p className="xs muted">
              <Trans>Otro nombre, solo aquí</Trans>
            </p>
          )}
          {pronouns && <p className="muted">{pronouns}</p>}
        </div>
      </div>
      {about && <p className="said">{about}</p>}
      <Tags items={practices.map((term) => term.name)} />
    </section>
  );
}
