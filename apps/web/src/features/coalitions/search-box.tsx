import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '../../ui/actions/button';
import { TextField } from '../../ui/forms/field';

interface SearchBoxProps {
  label: string;
  onSearch: (text: string) => void;
}

/** Search field for a list inside a form: Enter searches instead of sending the form. */
export function SearchBox({ label, onSearch }: SearchBoxProps) {
  const [text, setText] = useState('');
  const search = () => onSearch(text.trim());
  return (
    <div role="search" className="stack stack--2">
      <TextField
        label={label}
        type="search"
        enterKeyHint="search"
        autoComplete="off"
        maxLength={60}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          search();
        }}
      />
      <Button kind="line" icon="search" onClick={search}>
        <Trans>Buscar</Trans>
      </Button>
    </div>
  );
}
