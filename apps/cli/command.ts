/** One command of the operator: `npm run trama -- <words> <arguments>`. */
export interface Command {
  readonly words: string;
  readonly help: string;
  /** Runs the command; `print` outputs a line. Throws UsageError for wrong arguments. */
  run(args: readonly string[], print: (line: string) => void): Promise<void>;
}

/** Wrong arguments. The message describes the correct ones. */
export class UsageError extends Error {}

/** The command cannot run here. The message gives the reason. */
export class CommandError extends Error {}
