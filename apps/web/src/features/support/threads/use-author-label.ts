import { useLingui } from '@lingui/react/macro';
import { useCallback } from 'react';

interface Author {
  /** The name of the author in the case; empty for a requester who chose none. */
  readonly authorName: string;
  readonly isRequester: boolean;
  readonly isSupporter: boolean;
}

/**
 * Returns a function that gives a requester a neutral name where they chose none, and marks supporters and the present
 * requester, whose names others could imitate. A case can change hands, so the author can be a former requester.
 */
export function useAuthorLabel(): (author: Author) => string {
  const { t } = useLingui();
  return useCallback(
    ({ authorName, isRequester, isSupporter }: Author) => {
      if (!authorName) return isRequester ? t`Quien pidió apoyo` : t`Quien pidió apoyo antes`;
      if (isRequester) return t`${authorName} (pidió apoyo)`;
      return isSupporter ? t`${authorName} (apoyo)` : authorName;
    },
    [t],
  );
}
