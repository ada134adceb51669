import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useState } from 'react';
import { useQuery } from 'urql';
import { requestProblemOf, problemText } from '../../lib/server/errors';
import { CheckChoice, ChoiceGroup } from '../../ui/forms/choice';
import { TextField } from '../../ui/forms/field';
import { Skeleton } from '../../ui/display/skeleton';
import type { PeopleToSuggestQuery } from '../../gql/types';
import { PEOPLE_TO_SUGGEST_QUERY } from './suggestions.graphql';

export interface PickedMember {
  readonly id: string;
  readonly name: string;
}

/** Maximum number of results shown; the others are found by typing part of their name. */
const SHOWN = 6;
/** Debounce of the search in milliseconds. */
const TYPED_MS = 250;

interface TwoOfGroupProps {
  groupId: string;
  two: readonly PickedMember[];
  onChange: (two: readonly PickedMember[]) => void;
}

/** Chooses two members of a group by searching their names. */
export function TwoMembersPicker({ groupId, two, onChange }: TwoOfGroupProps) {
  const { t } = useLingui();
  return (
    <ChoiceGroup legend={t`¿A quiénes?`}>
      {two.map((one) => (
        <CheckChoice
          key={one.id}
          ref={focusOn}
          checked
          onChange={() => onChange(two.filter(({ id }) => id !== one.id))}
        >
          {one.name}
        </CheckChoice>
      ))}
      {two.length < 2 && (
        <Search
          groupId={groupId}
          label={two.length === 0 ? t`Busca a una persona` : t`Busca a la otra`}
          without={two}
          onChoose={(one) => onChange([...two, one])}
        />
      )}
    </ChoiceGroup>
  );
}

/** Focuses the newly chosen person, because the pressed option has been removed. */
const focusOn = (box: HTMLInputElement | null) => box?.focus();

interface SearchProps {
  groupId: string;
  label: string;
  without: readonly PickedMember[];
  onChoose: (one: PickedMember) => void;
}

function Search({ groupId, label, without, onChoose }: SearchProps) {
  const [typed, setTyped] = useState('');
  const variables = { groupId, words: useSettled(typed.trim()) || null };
  const [{ data, error }] = useQuery({ query: PEOPLE_TO_SUGGEST_QUERY, variables });
  const problem = requestProblemOf(error);
  const choose = (one: PickedMember) => {
    setTyped('');
    onChoose(one);
  };
  return (
    <>
      <TextField
        label={label}
        autoComplete="off"
        maxLength={60}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      {problem && <p role="alert">{problemText(problem)}</p>}
      {!data && !problem && <Skeleton rows={3} kind="row" />}
      {data && <Found found={othersIn(data, without)} onChoose={choose} />}
    </>
  );
}

/** Members whom the viewer may suggest, without those already chosen. */
const othersIn = (data: PeopleToSuggestQuery, without: readonly PickedMember[]): PickedMember[] =>
  data.groupMembers.items
    .filter(({ viewerCan }) => viewerCan.includes('suggest'))
    .filter(({ id }) => !without.some((one) => one.id === id))
    .map(({ id, name }) => ({ id, name }));

function Found({ found, onChoose }: { found: PickedMember[] } & Pick<SearchProps, 'onChoose'>) {
  return (
    <>
      {found.slice(0, SHOWN).map((one) => (
        <CheckChoice key={one.id} checked={false} onChange={() => onChoose(one)}>
          {one.name}
        </CheckChoice>
      ))}
      <p className="xs muted" role="status">
        {found.length === 0 && <Trans>Nadie más del grupo se llama así.</Trans>}
        {found.length > SHOWN && <Trans>Hay más personas: escribe parte de su nombre.</Trans>}
      </p>
    </>
  );
}

function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), TYPED_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
