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
  const [input, setInput] = useState<ViewAsInput>({ as: 'member' });
  return (
    <Page title={t`Cómo me ven`} back={{ to: '/me', label: t`Tu perfil` }} width={688}>
      <h1>
        <Trans>Cómo me ven</Trans>
      </h1>
      <Onlookers input={input} onChoose={setInput} />
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

interface OnlookersProps {
  input: ViewAsInput;
  onChoose: (input: ViewAsInput) => void;
}

/** With whose eyes. */
function Onlookers({ input, onChoose }: OnlookersProps) {
  const { t } = useLingui();
  const [{ data: groups }] = useQuery({ query: MY_GROUPS });
  return (
    <div className="wrap" role="group" aria-label={t`Ver como`}>
      <Chip isOn={input.as === 'member'} onClick={() => onChoose({ as: 'member' })}>
        <Trans>Miembros</Trans>
      </Chip>
      <Chip isOn={input.as === 'ally'} onClick={() => onChoose({ as: 'ally' })}>
        <Trans>Aliadas y aliados</Trans>
      </Chip>
      {groups?.myGroups.map(({ id, name }) => (
        <Chip
          key={id}
          isOn={input.groupId === id}
          onClick={() => onChoose({ as: 'groupMember', groupId: id })}
        >
          {name}
        </Chip>
      ))}
      <OnePerson isOn={input.as === 'person'} onChoose={onChoose} />
    </div>
  );
}

function OnePerson({ isOn, onChoose }: { isOn: boolean } & Pick<OnlookersProps, 'onChoose'>) {
  const [person, setPerson] = useState<PickedPerson>();
  const [isPicking, setPicking] = useState(false);
  const pick = (picked: PickedPerson) => {
    setPicking(false);
    setPerson(picked);
    onChoose({ as: 'person', personId: picked.id });
  };
  return (
    <>
      <Chip isOn={isOn} onClick={() => setPicking(true)}>
        {person?.name ?? <Trans>Una persona</Trans>}
      </Chip>
      <PersonPicker isOpen={isPicking} onClose={() => setPicking(false)} onPick={pick} />
    </>
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
