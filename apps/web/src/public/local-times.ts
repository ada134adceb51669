const DAY = { weekday: 'long', day: 'numeric', month: 'long' } as const;
const LONG = { ...DAY, hour: '2-digit', minute: '2-digit' } as const;

/** Shows the times of a page in the reader's time zone, with the name of the zone. */
export function showLocalTimes(): void {
  const language = document.documentElement.lang;
  for (const time of document.querySelectorAll<HTMLTimeElement>('time[data-moment]')) {
    const isLong = time.dataset['moment'] === 'long';
    const format = new Intl.DateTimeFormat(language, isLong ? LONG : DAY);
    const zone = isLong ? `, ${zoneName(language)}` : '';
    time.textContent = `${format.format(new Date(time.dateTime))}${zone}`;
  }
}

/** Name of the time zone, such as "hora de Perú". */
function zoneName(language: string): string {
  const parts = new Intl.DateTimeFormat(language, { timeZoneName: 'longGeneric' }).formatToParts();
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
}
