interface Message {
  readonly authorId: string | null;
  readonly authorName: string;
}

/**
 * Id of the supporter who gave the answer, so that their avatar is that of their messages: the only supporter of the case,
 * or one who writes under the name of the answer. Without such a message the name stands in for the id.
 */
export function answerAuthorId(
  workName: string,
  messages: readonly Message[],
  supporterAuthorIds: readonly string[],
): string {
  const [only, ...others] = supporterAuthorIds;
  if (only !== undefined && others.length === 0) return only;
  const written = messages.find(
    ({ authorId, authorName }) =>
      authorName === workName && authorId !== null && supporterAuthorIds.includes(authorId),
  );
  return written?.authorId ?? workName;
}
