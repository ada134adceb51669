import { Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, useRef, useState } from 'react';
import { keyForAction } from '../../../lib/page/keyboard-shortcuts';
import { useShortcut } from '../../../lib/page/use-shortcut';
import { Button } from '../../../ui/actions/button';
import { Icon } from '../../../ui/display/icon';
import type { MessageSearch } from './use-message-search';

interface SearchFormProps {
  search: MessageSearch;
  onSearch: (search: MessageSearch) => void;
}

/** Search field. It searches on submit only: searching on each keystroke would cost mobile data. */
export function SearchForm({ search, onSearch }: SearchFormProps) {
  const { t } = useLingui();
  const [text, setText] = useWords(search.text);
  const box = useRef<HTMLInputElement>(null);
  useShortcut('find', () => box.current?.focus());
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSearch({ ...search, text: text.trim() });
  };
  return (
    <form className="inline" role="search" onSubmit={submit}>
      <div className="search grow">
        <label className="vh" htmlFor="message-words">
          <Trans>Palabras del mensaje</Trans>
        </label>
        <Icon name="search" />
        <input
          ref={box}
          className="input"
          id="message-words"
          type="search"
          enterKeyHint="search"
          autoComplete="off"
          maxLength={200}
          aria-keyshortcuts={keyForAction('find')}
          aria-describedby="message-words-hint"
          value={text}
          placeholder={t`Palabras o "frase exacta"`}
          onChange={(event) => setText(event.target.value)}
        />
      </div>
      <Button type="submit" kind="primary">
        <Trans>Buscar</Trans>
      </Button>
    </form>
  );
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
