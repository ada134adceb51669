import { useLingui } from '@lingui/react/macro';

/** Name of an author as a message shows it. It is empty for a former member and a deleted account. */
export function useAuthorName(authorName: string): string {
  const { t } = useLingui();
  return authorName || t`Alguien que salió`;
}
