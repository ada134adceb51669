export interface RecordTexts {
  name: string;
  purpose: string;
  agreements: string;
}

export interface RecordHeadings {
  purpose: string;
  agreements: string;
}

/**
 * The record of a group as text: name, purpose and agreements. It contains no name of a member and no message, because
 * nobody takes out what others wrote.
 */
export function groupRecord(
  { name, purpose, agreements }: RecordTexts,
  headings: RecordHeadings,
): string {
  const part = (heading: string, text: string) => (text ? [`${heading}\n\n${text}`] : []);
  const parts = [
    name,
    ...part(headings.purpose, purpose),
    ...part(headings.agreements, agreements),
  ];
  return `${parts.join('\n\n\n')}\n`;
}
