/** Offers a calendar file as a download. */
export function saveCalendarFile(text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/calendar' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = 'trama.ics';
  link.click();
  URL.revokeObjectURL(url);
}
