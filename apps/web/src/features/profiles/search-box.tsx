import { useLingui } from '@lingui/react/macro';
import { useState, type FormEvent } from 'react';
import { useClient } from 'urql';
import { useMe } from '../../lib/session';
import { Icon } from '../../ui/icon';
import { READ_WORDS } from './people.graphql';
import type { Search } from './use-search';

interface SearchBoxProps {
  search: Search;
  onSearch: (search: Search) => void;
}

/** Typed words: those that name a term become chips, the rest is looked for as it is. */
export function SearchBox({ search, onSearch }: SearchBoxProps) {
  const { t } = useLingui();
  const client = useClient();
  const { language } = useMe();
  const [text, setText] = useState(search.words);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const { data } = await client.query(READ_WORDS, { text, language });
    if (!data) return;
    const { terms, rest } = data.readWords;
    const chips = [...new Set([...search.chips, ...terms.map((term) => term.id)])];
    setText(rest.join(' '));
    onSearch({ chips, words: rest.join(' ') });
  };
  return (
    <form className="search" role="search" onSubmit={(event) => void submit(event)}>
      <label className="vh" htmlFor="people-words">
        {t`Buscar por tema, territorio o lengua`}
      </label>
      <Icon name="search" />
      <input
        className="input"
        id="people-words"
        type="search"
        maxLength={200}
        value={text}
        placeholder={t`Tema, territorio o lengua`}
        onChange={(event) => setText(event.target.value)}
      />
    </form>
  );
}
