import { useEffect, useRef, useState } from 'react';
import { showFirstFault } from '../../../lib/page/first-fault';
import { fieldSentence } from '../../../lib/server/errors';

type Values = Readonly<Record<string, string | readonly unknown[]>>;

/** What a form lacks is said before the password is asked for, and the first of it takes the focus. */
export function useBlanks() {
  const form = useRef<HTMLFormElement>(null);
  const [blank, setBlank] = useState<readonly string[]>([]);
  useEffect(() => {
    if (blank.length > 0) showFirstFault(form.current ?? undefined);
  }, [blank]);
  /** Whether nothing is blank. */
  const isWhole = (values: Values): boolean => {
    const found = Object.keys(values).filter((name) => isBlank(values[name]!));
    setBlank(found);
    return found.length === 0;
  };
  /** The sentence beside one input: that it is blank, or what the server said of it. */
  const errorOf = (name: string, ofServer: string | undefined): string | undefined =>
    blank.includes(name) ? fieldSentence('blank') : ofServer;
  return { form, isWhole, errorOf };
}

const isBlank = (value: Values[string]): boolean =>
  (typeof value === 'string' ? value.trim() : value).length === 0;
