import { gql } from 'urql';
import type {
  ParticipantCandidatesQuery,
  ParticipantCandidatesQueryVariables,
} from '../../../gql/types';

/** Groups and organisations of the viewer, with what the viewer may do for them. */
export const PARTICIPANT_CANDIDATES_QUERY = gql<
  ParticipantCandidatesQuery,
  ParticipantCandidatesQueryVariables
>`
  query ParticipantCandidates {
    myGroups {
      id
      name
      isListed
      viewerCan
    }
    myOrganisations {
      id
      name
      audience
      viewerCan
    }
  }
`;
