import { Trans } from '@lingui/react/macro';
import type { Introduction } from './introductions.graphql';
import { TermNames } from './term-names';

/** A person's work. Fields that the viewer may not see are omitted. */
export function PersonWork({ person }: { person: Introduction['person'] }) {
  if (person.issueAreas.length + person.practices.length === 0) return null;
  return (
    <dl className="dl">
      {person.issueAreas.length > 0 && (
        <div>
          <dt>
            <Trans>Temas</Trans>
          </dt>
          <dd>
            <TermNames terms={person.issueAreas} />
          </dd>
        </div>
      )}
      {person.practices.length > 0 && (
        <div>
          <dt>
            <Trans>Cómo trabaja</Trans>
          </dt>
          <dd>
            <TermNames terms={person.practices} />
          </dd>
        </div>
      )}
    </dl>
  );
}
