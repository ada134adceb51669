/** The stored draft; text typed before it was read follows on a line of its own. */
export const withTyped = (kept: string, typed: string | undefined): string =>
  typed ? `${kept}\n${typed}` : kept;
