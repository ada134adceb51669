import { useEffect, useRef, useState } from 'react';
import { focusFirstInvalidField } from '../../lib/page/first-invalid-field';
import { fieldProblemText } from '../../lib/server/errors';

type Values = Readonly<Record<string, string | readonly unknown[]>>;

const NONE: readonly string[] = [];

/**
 * Checks for blank inputs before a form is sent, and focuses the first one. Another `version` clears the marks, when the
 * form has other inputs under the same names.
 */
export function useBlankCheck(version = '') {
  const form = useRef<HTMLFormElement>(null);
  const [found, setFound] = useState({ version, names: NONE });
  const blank = found.version === version ? found.names : NONE;
  useEffect(() => {
    if (blank.length > 0) focusFirstInvalidField(form.current ?? undefined);
  }, [blank]);
  /** Checks the values and shows which are blank. Returns true if none is. */
  const isWhole = (values: Values): boolean => {
    const names = Object.keys(values).filter((name) => isBlank(values[name]!));
    setFound({ version, names });
    return names.length === 0;
  };
  /** Error text of an input: that it is blank, or the server's error. */
  const errorOf = (name: string, ofServer: string | undefined): string | undefined =>
    blank.includes(name) ? fieldProblemText('blank') : ofServer;
  return { form, isWhole, errorOf };
}

const isBlank = (value: Values[string]): boolean =>
  (typeof value === 'string' ? value.trim() : value).length === 0;
