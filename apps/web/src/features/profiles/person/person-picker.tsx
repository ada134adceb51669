import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useQuery } from 'urql';
import { requestProblemOf, problemText } from '../../../lib/server/errors';
import { useMe } from '../../../lib/server/session';
import { Face } from '../../../ui/display/face';
import { Button } from '../../../ui/actions/button';
import { Row, Rows } from '../../../ui/display/card';
import { TextField } from '../../../ui/forms/field';
import { Sheet } from '../../../ui/actions/sheet';
import { Skeleton } from '../../../ui/display/skeleton';
import { PEOPLE_QUERY } from '../directory/people.graphql';

export interface PickedPerson {
  readonly id: string;
  readonly name: string;
}

interface PersonPickerProps {
  isOpen: boolean;
  onClose: () => void;
  onPick: (person: PickedPerson) => void;
  /** People above the directory, until the viewer searches. */
  suggested?: { readonly title: ReactNode; readonly people: readonly PickedPerson[] };
}

/** Chooses a person from the directory by part of the name. */
export function PersonPicker({ isOpen, onClose, onPick, suggested }: PersonPickerProps) {
  const { t } = useLingui();
  const [words, setWords] = useState('');
  const search = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setWords(String(new FormData(event.currentTarget).get('words') ?? ''));
  };
  const suggestions = words.trim() === '' && suggested ? suggested.people : [];
  return (
    <Sheet isOpen={isOpen} onClose={onClose} title={<Trans>Elige a una persona</Trans>}>
      <form className="stack stack--2" role="search" onSubmit={search}>
        <TextField label={t`Nombre`} name="words" maxLength={60} defaultValue={words} />
        <Button type="submit">
          <Trans>Buscar</Trans>
        </Button>
      </form>
      {suggested && suggestions.length > 0 && (
        <>
          <h3>{suggested.title}</h3>
          <People people={suggestions} onPick={onPick} />
        </>
      )}
      {isOpen && <SearchResults words={words} suggested={suggestions} onPick={onPick} />}
    </Sheet>
  );
}

interface SearchResultsProps extends Pick<PersonPickerProps, 'onPick'> {
  words: string;
  /** People already listed above; the results omit them. */
  suggested: readonly PickedPerson[];
}

function SearchResults({ words, suggested, onPick }: SearchResultsProps) {
  const { language } = useMe();
  const variables = { chips: [], words: words.trim() || null, after: null, language };
  const [{ data, error }] = useQuery({ query: PEOPLE_QUERY, variables });
  const problem = requestProblemOf(error);
  if (problem) return <p role="alert">{problemText(problem)}</p>;
  if (!data) return <Skeleton rows={3} kind="row" />;
  const people = data.people.items.map(({ id, name }) => ({ id, name: name ?? '' }));
  if (people.length === 0) {
    return (
      <p role="status">
        <Trans>No encuentras a nadie con ese nombre.</Trans>
      </p>
    );
  }
  const others = people.filter(({ id }) => !suggested.some((one) => one.id === id));
  if (others.length === 0) return null;
  return (
    <>
      {suggested.length > 0 && (
        <h3>
          <Trans>Otras personas</Trans>
        </h3>
      )}
      <People people={others} onPick={onPick} />
    </>
  );
}

type PeopleProps = { people: readonly PickedPerson[] } & Pick<PersonPickerProps, 'onPick'>;

function People({ people, onPick }: PeopleProps) {
  return (
    <Rows>
      {people.map((person) => (
        <Row
          key={person.id}
          onClick={() => onPick(person)}
          start={<Face id={person.id} name={person.name} size="s" />}
          title={person.name}
        />
      ))}
    </Rows>
  );
}
