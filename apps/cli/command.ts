/** One thing that an operator can ask for: `npm run trama -- <words> <arguments>`. */
export interface Command {
  readonly words: string;
  readonly help: string;
  /** Does it; `print` gives lines of answer. Throws UsageError for wrong arguments. */
  run(args: readonly string[], print: (line: string) => void): Promise<void>;
}

/** The arguments do not fit; the message says what does. */
export class UsageError extends Error {}

/** It cannot be done here; the message says why. */
export class CannotBeDone extends Error {}
