import { useLingui } from '@lingui/react/macro';
import { useRef, useState, type FormEvent, type KeyboardEvent } from 'react';
import { useClient } from 'urql';
import { keyForAction } from '../../../lib/page/keyboard-shortcuts';
import { useShortcut } from '../../../lib/page/use-shortcut';
import { useMe } from '../../../lib/server/session';
import { Icon } from '../../../ui/display/icon';
import { TERMS_IN_TEXT_QUERY } from './people.graphql';
import type { DirectorySearch } from './search-url';
import { useRemoveFilters } from './use-remove-filters';

interface SearchBoxProps {
  search: DirectorySearch;
  onSearch: (search: DirectorySearch) => void;
  /** Label for pages that do not search people. */
  label?: string;
  placeholder?: string;
  /** Keeps the text as it is, without converting words to chips. */
  isAsTyped?: boolean;
}

/** Search field. Words that name a term become chips; the others remain text. */
export function SearchBox(props: SearchBoxProps) {
  const { search, onSearch, label, placeholder, isAsTyped } = props;
  const { t } = useLingui();
  const [text, setText] = useWords(search.words);
  const box = useRef<HTMLInputElement>(null);
  useShortcut('find', () => box.current?.focus());
  const read = useReading(search);
  const removeFilters = useRemoveFilters(search, onSearch);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const next = isAsTyped ? { ...search, words: text.trim() } : await read(text);
    setText(next.words);
    onSearch(next);
  };
  const onKeyDown = ({ key }: KeyboardEvent) => {
    if (key === 'Backspace' && text === '' && search.chips.length > 0) {
      removeFilters({ ...search, chips: search.chips.slice(0, -1), words: '' });
    }
  };
  return (
    <form className="search" role="search" onSubmit={(event) => void submit(event)}>
      <label className="vh" htmlFor="people-words">
        {label ?? t`Buscar por tema, territorio o lengua`}
      </label>
      <Icon name="search" />
      <input
        ref={box}
        onKeyDown={onKeyDown}
        aria-keyshortcuts={keyForAction('find')}
        className="input"
        id="people-words"
        type="search"
        maxLength={200}
        value={text}
        placeholder={placeholder ?? t`Tema, territorio o lengua`}
        onChange={(event) => setText(event.target.value)}
      />
    </form>
  );
}

/** Asks the server which words name a term; if it does not respond, all words remain text. */
function useReading(search: DirectorySearch) {
  const client = useClient();
  const { language } = useMe();
  return async (text: string): Promise<DirectorySearch> => {
    const { data } = await client.query(TERMS_IN_TEXT_QUERY, { text, language });
    if (!data) return { ...search, words: text.trim() };
    const { terms, rest } = data.readWords;
    const chips = [...new Set([...search.chips, ...terms.map(({ id }) => id)])];
    return { ...search, chips, words: rest.join(' ') };
  };
}

/** Text of the field: the typed text, which is replaced when the search itself changes. */
function useWords(words: string) {
  const [last, setLast] = useState(words);
  const [text, setText] = useState(words);
  if (last !== words) {
    setLast(words);
    setText(words);
  }
  return [text, setText] as const;
}
