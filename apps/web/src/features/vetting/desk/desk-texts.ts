import { useCallback } from 'react';
import { gql, useQuery } from 'urql';
import type { DeskWordsQuery, DeskWordsQueryVariables } from '../../../gql/types';
import { currentLanguage, isLanguage } from '../../../lib/text/language';
import type { ReviewChoice } from './review-drafts';

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

export type DeskTexts = DeskWordsQuery['deskWords'];
export type ReviewTemplate = DeskTexts['templates'][number];

/** The instance's checklist and review templates, undefined while loading, and a function to reload them. */
export function useDeskTexts(): { words: DeskTexts | undefined; again: () => void } {
  const [{ data }, execute] = useQuery({ query: DESK_WORDS, requestPolicy: 'cache-and-network' });
  const again = useCallback(() => execute({ requestPolicy: 'network-only' }), [execute]);
  return { words: data?.deskWords, again };
}

/** A text in the given language, by default that of the interface. */
export const textInLanguage = (
  texts: ReviewTemplate['titles'],
  language: string = currentLanguage(),
) => texts[isLanguage(language) ? language : 'es'];

/** Templates for a recommendation or question; for a decline also filtered by its reason class, if chosen. */
export function templatesFor(
  { templates }: DeskTexts,
  choice: ReviewChoice | undefined,
  reasonClass?: ReviewTemplate['reasonClass'] | undefined,
): readonly ReviewTemplate[] {
  return templates.filter(
    (one) => one.purpose === choice && (!reasonClass || one.reasonClass === reasonClass),
  );
}
