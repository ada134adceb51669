import { gql } from 'urql';
import type {
  AnswerSupportQuestionMutation,
  AnswerSupportQuestionMutationVariables,
  AskRequesterMutation,
  AskRequesterMutationVariables,
} from '../../../gql/types';
import { QUESTION_FIELDS } from '../content-fields.graphql';

export const ASK_REQUESTER = gql<AskRequesterMutation, AskRequesterMutationVariables>`
  mutation AskRequester($input: AnswerSupportInput!) {
    askRequester(input: $input)
  }
`;

export const ANSWER_SUPPORT_QUESTION = gql<
  AnswerSupportQuestionMutation,
  AnswerSupportQuestionMutationVariables
>`
  mutation AnswerSupportQuestion($input: AnswerSupportQuestionInput!) {
    answerSupportQuestion(input: $input) {
      id
      dueAt
      waitsForRequesterUntil
      hasQuestion
      questions {
        ...SupportQuestionFields
      }
    }
  }
  ${QUESTION_FIELDS}
`;
