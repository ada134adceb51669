/** A day and time within a sentence. */
export const CALL_TIME = {
  ...({ weekday: 'long', day: 'numeric', month: 'long' } as const),
  ...({ hour: 'numeric', minute: '2-digit' } as const),
};
