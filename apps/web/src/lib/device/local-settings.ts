/** Fallback for `localStorage`, which private windows may refuse. These settings last until the page closes. */
const memory = new Map<string, string>();

export function readLocalSetting(name: string): string | undefined {
  try {
    return localStorage.getItem(`trama.${name}`) ?? undefined;
  } catch {
    return memory.get(name);
  }
}

export function storeLocalSetting(name: string, value: string | undefined): void {
  memory.delete(name);
  if (value !== undefined) memory.set(name, value);
  try {
    if (value === undefined) localStorage.removeItem(`trama.${name}`);
    else localStorage.setItem(`trama.${name}`, value);
  } catch {
    // The value stays in `memory` only.
  }
}
