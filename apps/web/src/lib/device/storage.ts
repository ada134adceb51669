/** The few plain choices of this browser. Storage may be refused (private windows): then they last as long as the page. */
const memory = new Map<string, string>();

export function readChoice(name: string): string | undefined {
  try {
    return localStorage.getItem(`trama.${name}`) ?? undefined;
  } catch {
    return memory.get(name);
  }
}

export function keepChoice(name: string, value: string | undefined): void {
  memory.delete(name);
  if (value !== undefined) memory.set(name, value);
  try {
    if (value === undefined) localStorage.removeItem(`trama.${name}`);
    else localStorage.setItem(`trama.${name}`, value);
  } catch {
    // Kept in memory above.
  }
}
