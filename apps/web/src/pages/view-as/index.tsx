import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useQuery } from 'urql';
import { VIEW_AS } from '../../features/profiles/own.graphql';
import { PersonPicker, type PickedPerson } from '../../features/profiles/person-picker';
import { SeenPerson } from '../../features/profiles/seen-person';
import { MY_GROUPS } from '../../features/groups/groups.graphql';
import type { ViewAsInput } from '../../gql/types';
import { problemOf, sentence } from '../../lib/errors';
import { useMe } from '../../lib/session';
import { Banner } from '../../ui/banner';
import { ButtonLink } from '../../ui/button';
import { Chip } from '../../ui/chip';
import { EmptyState } from '../../ui/empty-state';
import { Page } from '../../ui/page';
import { Skeleton } from '../../ui/skeleton';

/** One's own profile with another's eyes, as the server would answer them. */
export default function ViewAs() {
  const { t } = useLingui();
  const [{ data: groups }] = useQuery({ query: MY_GROUPS });
  const [input, setInput] = useState<ViewAsInput>({ as: 'member' });
  const [person, setPerson] = useState<PickedPerson>();
  const [isPicking, setPicking] = useState(false);
  const pick = (picked: PickedPerson) => {
    setPicking(false);
    setPerson(picked);
    setInput({ as: 'person', personId: picked.id });
  };
  return (
    <Page title={t`Cómo me ven`} back={{ to: '/me', label: t`Tu perfil` }} width={688}>
      <h1>
        <Trans>Cómo me ven</Trans>
      </h1>
      <div className="wrap" role="group" aria-label={t`Ver como`}>
        <Chip isOn={input.as === 'member'} onClick={() => setInput({ as: 'member' })}>
          <Trans>Miembros</Trans>
        </Chip>
        <Chip isOn={input.as === 'ally'} onClick={() => setInput({ as: 'ally' })}>
          <Trans>Aliadas y aliados</Trans>
        </Chip>
        {groups?.myGroups.map(({ id, name }) => (
          <Chip
            key={id}
            isOn={input.groupId === id}
            onClick={() => setInput({ as: 'groupMember', groupId: id })}
          >
            {name}
          </Chip>
        ))}
        <Chip isOn={input.as === 'person'} onClick={() => setPicking(true)}>
          {person?.name ?? <Trans>Una persona</Trans>}
        </Chip>
      </div>
      <PersonPicker isOpen={isPicking} onClose={() => setPicking(false)} onPick={pick} />
      <Banner icon="eye">
        <Trans>Así te ven. Lo que no aparece aquí no les llega.</Trans>
      </Banner>
      <Seen input={input} />
      <ButtonLink to="/me">
        <Trans>Cambiar quién ve qué</Trans>
      </ButtonLink>
    </Page>
  );
}

function Seen({ input }: { input: ViewAsInput }) {
  const { language } = useMe();
  const variables = { input, language };
  const requestPolicy = 'cache-and-network';
  const [{ data, error, fetching }] = useQuery({ query: VIEW_AS, variables, requestPolicy });
  const problem = problemOf(error);
  if (problem && !data) return <p role="alert">{sentence(problem)}</p>;
  if (!data || fetching) return <Skeleton rows={1} />;
  if (data.viewAs) return <SeenPerson person={data.viewAs} />;
  return <EmptyState title={<Trans>No te encuentran</Trans>}>{null}</EmptyState>;
}
