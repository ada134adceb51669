/** DOM id of a message's article. */
export const messageElementId = (messageId: string): string => `m-${messageId}`;

/** Scrolls to a message and focuses it. Returns false if the feed does not contain it. */
export function scrollToMessage(messageId: string): boolean {
  const article = document.getElementById(messageElementId(messageId));
  article?.scrollIntoView({ block: 'center' });
  article?.focus({ preventScroll: true });
  return article !== null;
}
