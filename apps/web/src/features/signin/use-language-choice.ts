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

/** Switches the interface language at once, and saves it to the account for mails and other devices. */
export function useLanguageChoice(): (language: Language) => Promise<void> {
  const [, keep] = useMutation(SET_LANGUAGE);
  return async (language) => {
    await speak(language);
    await keep({ language });
  };
}
