import { gql, useMutation } from 'urql';
import type { Language, SetLanguageMutation, SetLanguageMutationVariables } from '../../gql/types';
import { activateLanguage } from '../../lib/text/language';

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
    await activateLanguage(language);
    await keep({ language });
  };
}
