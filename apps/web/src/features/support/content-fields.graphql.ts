import { gql } from 'urql';

/** The answers of the requester. */
export const CONTENT_FIELDS = gql`
  fragment RequestContentFields on SupportRequestContent {
    danger
    name
    goal
    tried
    beneficiary
    beneficiaryNote
    safeWay
    times
    voices {
      id
      question
      seconds
    }
  }
`;

/** A question to the requester, with the answer. */
export const QUESTION_FIELDS = gql`
  fragment SupportQuestionFields on SupportQuestion {
    id
    question
    askedAt
    answer
    answeredAt
  }
`;
