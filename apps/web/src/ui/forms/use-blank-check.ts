import { useEffect, useRef, useState } from 'react';
import { focusFirstInvalidField } from '../../lib/page/first-invalid-field';
import { fieldProblemText } from '../../lib/server/errors';

type Values = Readonly<Record<string, string | readonly unknown[]>>;

/** Checks for blank inputs before a form is sent, and focuses the first one. */
export function useBlankCheck() {
  const form = useRef<HTMLFormElement>(null);
  const [blank, setBlank] = useState<readonly string[]>([]);
  useEffect(() => {
    if (blank.length > 0) focusFirstInvalidField(form.current ?? undefined);
  }, [blank]);
  /** Checks the values and shows which are blank. Returns true if none is. */
  const isWhole = (values: Values): boolean => {
    const found = Object.keys(values).filter((name) => isBlank(values[name]!));
    setBlank(found);
    return found.length === 0;
  };
  /** Error text of an input: that it is blank, or the server's error. */
  const errorOf = (name: string, ofServer: string | undefined): string | undefined =>
    blank.includes(name) ? fieldProblemText('blank') : ofServer;
  return { form, isWhole, errorOf };
}

const isBlank = (value: Values[string]): boolean =>
  (typeof value === 'string' ? value.trim() : value).length === 0;
