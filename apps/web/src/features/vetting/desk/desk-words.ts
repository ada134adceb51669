import { useCallback } from 'react';
import { gql, useQuery } from 'urql';
import type { DeskWordsQuery, DeskWordsQueryVariables } from '../../../gql/types';
import { currentLanguage, isLanguage } from '../../../lib/words/language';
import type { Choice } from './drafts';

const DESK_WORDS = gql<DeskWordsQuery, DeskWordsQueryVariables>`
  query DeskWords {
    deskWords {
      checklist {
        key
        labels {
          es
          pt
          en
        }
      }
      retired {
        key
        labels {
          es
          pt
          en
        }
      }
      templates {
        id
        purpose
        reasonClass
        titles {
          es
          pt
          en
        }
        bodies {
          es
          pt
          en
        }
      }
    }
  }
`;

export type DeskWords = DeskWordsQuery['deskWords'];
export type Template = DeskWords['templates'][number];

/** What this instance gives its reviewers, nothing until it has come; and looking again. */
export function useDeskWords(): { words: DeskWords | undefined; again: () => void } {
  const [{ data }, execute] = useQuery({ query: DESK_WORDS, requestPolicy: 'cache-and-network' });
  const again = useCallback(() => execute({ requestPolicy: 'network-only' }), [execute]);
  return { words: data?.deskWords, again };
}

/** A text of the instance in a language, the page's unless told. */
export const inLanguage = (texts: Template['titles'], language: string = currentLanguage()) =>
  texts[isLanguage(language) ? language : 'es'];

/** Those for this choice; with a decline, those of its class once there is one. */
export function templatesFor(
  { templates }: DeskWords,
  choice: Choice | undefined,
  reasonClass?: Template['reasonClass'] | undefined,
): readonly Template[] {
  return templates.filter(
    (one) => one.purpose === choice && (!reasonClass || one.reasonClass === reasonClass),
  );
}
