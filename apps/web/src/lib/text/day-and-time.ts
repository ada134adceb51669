/** A day and time within a sentence, as options of a date. */
export const DAY_AND_TIME = {
  ...({ weekday: 'long', day: 'numeric', month: 'long' } as const),
  ...({ hour: 'numeric', minute: '2-digit' } as const),
};
