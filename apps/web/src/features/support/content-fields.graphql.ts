import { gql } from 'urql';

/** The answers of the requester. */
export const CONTENT_FIELDS = gql`
  fragment RequestContentFields on SupportRequestContent {
    danger
    name
    goal
    tried
    safeWay
    times
    voices {
      id
      question
      seconds
    }
  }
`;
