import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { ViewAsQuery } from '../../gql/types';
import { Avatar } from '../../ui/avatar';
import { Tags } from '../../ui/chip';
import { TakingNoRequests } from '../../ui/taking-no-requests';

type Seen = NonNullable<ViewAsQuery['viewAs']>;

/** A person as somebody sees them: what is not for them takes no room. */
export function SeenPerson({ person }: { person: Seen }) {
  const { id, pronouns, region, territories, issueAreas } = person;
  const name = person.name ?? '';
  const places = [region, ...territories].filter((place) => !!place).map((place) => place.name);
  return (
    <section className="card stack">
      <div className="inline inline--3">
        <Avatar id={id} name={name} colour={person.colour} size="l" />
        <div className="stack stack--1">
          <h2>{name}</h2>
          <p className="muted">{[pronouns, places.join(', ')].filter(Boolean).join(' · ')}</p>
          <TakingNoRequests takesRequests={person.takesRequests} />
        </div>
      </div>
      <Tags items={issueAreas.map((term) => term.name)} />
      {person.about && <p>{person.about}</p>}
      <dl className="dl">
        <Entry title={<Trans>Cómo trabaja</Trans>} says={names(person.practices)} />
        <Entry title={<Trans>Lenguas</Trans>} says={names(person.languages)} />
        <Entry title={<Trans>Ofrece</Trans>} says={names(person.skills)} />
        <Entry title={<Trans>Busca</Trans>} says={person.supportSought} />
        <Entry title={<Trans>Organización</Trans>} says={person.organisation} />
        <Entry title={<Trans>Formas de contacto</Trans>} says={person.contact} />
      </dl>
    </section>
  );
}

const names = (terms: readonly { name: string }[]) => terms.map(({ name }) => name).join(' · ');

function Entry({ title, says }: { title: ReactNode; says: string | null | undefined }) {
  if (!says) return null;
  return (
    <div>
      <dt>{title}</dt>
      <dd>{says}</dd>
    </div>
  );
}
