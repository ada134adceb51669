import { gql } from 'urql';
import type {
  AgreeToSuggestionMutation,
  AgreeToSuggestionMutationVariables,
  LapseSuggestionMutation,
  LapseSuggestionMutationVariables,
  PeopleToSuggestQuery,
  PeopleToSuggestQueryVariables,
  SuggestMeetingMutation,
  SuggestMeetingMutationVariables,
  SuggestionsQuery,
  SuggestionsQueryVariables,
} from '../../gql/types';

export type Suggestion = SuggestionsQuery['suggestions'][number];

export const SUGGESTIONS_QUERY = gql<SuggestionsQuery, SuggestionsQueryVariables>`
  query Suggestions {
    suggestions {
      id
      line
      expiresAt
      viewerCan
      meeting {
        name
        groupName
        stewardName
        hasAgreed
        isUnderPersona
      }
    }
  }
`;

/** Members of a group, filtered by part of their name there. */
export const PEOPLE_TO_SUGGEST_QUERY = gql<PeopleToSuggestQuery, PeopleToSuggestQueryVariables>`
  query PeopleToSuggest($groupId: ID!, $words: String) {
    groupMembers(groupId: $groupId, words: $words) {
      items {
        id
        name
        viewerCan
      }
      nextCursor
    }
  }
`;

export const SUGGEST_MEETING = gql<SuggestMeetingMutation, SuggestMeetingMutationVariables>`
  mutation SuggestMeeting($input: SuggestInput!) {
    suggestMeeting(input: $input)
  }
`;

export const AGREE_TO_SUGGESTION = gql<
  AgreeToSuggestionMutation,
  AgreeToSuggestionMutationVariables
>`
  mutation AgreeToSuggestion($id: ID!) {
    agreeToSuggestion(suggestionId: $id)
  }
`;

export const LAPSE_SUGGESTION = gql<LapseSuggestionMutation, LapseSuggestionMutationVariables>`
  mutation LapseSuggestion($id: ID!) {
    lapseSuggestion(suggestionId: $id)
  }
`;
