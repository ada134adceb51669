import { Trans, useLingui } from '@lingui/react/macro';
import type { ViewAsQuery } from '../../../gql/types';
import { AudienceField } from '../../../ui/forms/audience-chip';
import { Badge } from '../../../ui/display/badge';
import { FieldError } from '../../../ui/forms/field';
import { ChosenGroups } from '../own/chosen-groups';
import { PROFILE_FIELDS } from '../own/profile-fields';
import type { OwnProfileField } from '../own/own-profile.graphql';
import { useOwnField } from '../own/use-own-field';

/** The profile as another viewer sees it; null if they cannot find the person. */
type Seen = ViewAsQuery['viewAs'];
type Kind = OwnProfileField['kind'];

const names = (terms: readonly { name: string }[]) => terms.map(({ name }) => name).join(' · ');

const joined = (...parts: (string | null)[]) => parts.filter(Boolean).join(' · ');

/** Reads each field from the previewed profile. */
const SAYS: Partial<Record<Kind, (seen: NonNullable<Seen>) => string | null | undefined>> = {
  name: (seen) => seen.name,
  avatar: (seen) => seen.avatar,
  pronouns: (seen) => seen.pronouns,
  issueAreas: (seen) => names(seen.issueAreas),
  practices: (seen) => names(seen.practices),
  territories: (seen) => names(seen.territories),
  region: (seen) => seen.region?.name,
  languages: (seen) => names(seen.languages),
  interprets: (seen) => names(seen.interprets),
  skills: (seen) => joined(names(seen.skills), seen.otherSkills),
  supportSought: (seen) => joined(names(seen.seeks), seen.supportSought),
  about: (seen) => seen.about,
  organisation: (seen) => seen.organisation,
  contact: (seen) => seen.contact,
};

interface SeenFieldsProps {
  fields: readonly OwnProfileField[];
  seen: Seen;
  onChanged: () => void;
}

/** Preview of the viewer's profile: each field as shown to or hidden from another viewer, with its audience. */
export function PreviewFields({ fields, seen, onChanged }: SeenFieldsProps) {
  return (
    <div>
      {fields
        .filter(({ kind }) => SAYS[kind] && PROFILE_FIELDS[kind])
        .map((field) => (
          <SeenField
            key={field.id}
            field={field}
            says={(seen && SAYS[field.kind]?.(seen)) || null}
            onChanged={onChanged}
          />
        ))}
    </div>
  );
}

interface SeenFieldProps {
  field: OwnProfileField;
  says: string | null;
  onChanged: () => void;
}

function SeenField({ field, says, onChanged }: SeenFieldProps) {
  const { i18n } = useLingui();
  const own = useOwnField(field, onChanged);
  const words = PROFILE_FIELDS[field.kind]!;
  // The header shows the picture, so this row only tells that it is visible.
  const shown = field.kind === 'avatar' && says ? i18n._(words.label) : says;
  return (
    <section className="pf" data-field={field.kind} aria-label={i18n._(words.label)}>
      <AudienceField
        value={field.audience}
        ceiling={field.ceiling}
        what={i18n._(words.what)}
        onChange={(audience) => void own.setAudience(audience)}
        note={words.note && i18n._(words.note)}
        more={
          field.audience === 'groups' && (
            <ChosenGroups field={field} onChoose={(ids) => void own.setAudience('groups', ids)} />
          )
        }
        label={<span className="label">{i18n._(words.label)}</span>}
      >
        <Said isEmpty={field.text === '' && field.terms.length === 0} says={shown} />
        <FieldError id={`${field.id}-error`} error={own.error} />
      </AudienceField>
    </section>
  );
}

/** Value of a visible field, or that it is hidden or empty. */
function Said({ isEmpty, says }: { isEmpty: boolean; says: string | null }) {
  if (says) {
    return (
      <p className="inline inline--2 top">
        <Badge look="ok" icon="eye">
          <Trans>Se ve</Trans>
        </Badge>
        <span className="said">{says}</span>
      </p>
    );
  }
  if (isEmpty) {
    return (
      <p className="xs muted">
        <Trans>Sin escribir</Trans>
      </p>
    );
  }
  return (
    <p>
      <Badge icon="lock">
        <Trans>No se ve</Trans>
      </Badge>
    </p>
  );
}
