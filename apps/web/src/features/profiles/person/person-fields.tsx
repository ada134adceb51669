import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { PersonQuery } from '../../../gql/types';
import { Tags } from '../../../ui/display/chip';

type Person = PersonQuery['person'];

/** Fields of a profile that its header does not show; empty ones are omitted. */
export function PersonFields({ person }: { person: Person }) {
  return (
    <dl className="dl">
      <List label={<Trans>Qué hace</Trans>} items={person.practices.map(({ name }) => name)} />
      <List
        label={<Trans>Sabe hacer</Trans>}
        items={person.skills.map(({ name }) => name)}
        text={person.otherSkills}
      />
      <List
        label={<Trans>Busca apoyo en</Trans>}
        items={person.seeks.map(({ name }) => name)}
        text={person.supportSought}
      />
      <Text label={<Trans>Organización</Trans>} text={person.organisation} />
      <Text label={<Trans>Formas de contacto</Trans>} text={person.contact} />
    </dl>
  );
}

function Text({ label, text }: { label: ReactNode; text: string | null }) {
  if (!text) return null;
  return (
    <div>
      <dt>{label}</dt>
      <dd className="said">{text}</dd>
    </div>
  );
}

interface ListProps {
  label: ReactNode;
  items: readonly string[];
  text?: string | null;
}

/** Terms of a field, followed by its free text. */
function List({ label, items, text }: ListProps) {
  if (items.length === 0 && !text) return null;
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <Tags items={items} />
        {text && <p className="said">{text}</p>}
      </dd>
    </div>
  );
}
