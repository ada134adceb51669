import { gql, useMutation } from 'urql';
import type { Language, SetLanguageMutation, SetLanguageMutationVariables } from '../../gql/types';
import { speak } from '../../lib/words/language';

const SET_LANGUAGE = gql<SetLanguageMutation, SetLanguageMutationVariables>`
  mutation SetLanguage($language: Language!) {
    setLanguage(language: $language) {
      id
      language
    }
  }
`;

/** Speaks a language at once, and keeps it for the account: mails and other devices follow. */
export function useLanguageChoice(): (language: Language) => Promise<void> {
  const [, keep] = useMutation(SET_LANGUAGE);
  return async (language) => {
    await speak(language);
    await keep({ language });
  };
}
