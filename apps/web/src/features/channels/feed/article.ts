/** The id of a message's article in the page. */
export const articleId = (messageId: string): string => `m-${messageId}`;

/** Goes to a message that the feed has; false where it has not. */
export function toArticle(messageId: string): boolean {
  const article = document.getElementById(articleId(messageId));
  article?.scrollIntoView({ block: 'center' });
  article?.focus({ preventScroll: true });
  return article !== null;
}
