/** The name of a weekday, 1 for Monday, as a heading. */
export function weekdayHeading(weekday: number, language: string): string {
  // The first of January 2024 was a Monday.
  const name = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(
    Date.UTC(2024, 0, weekday),
  );
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}
