import { gql } from 'urql';
import type {
  RemoveGroupPictureMutation,
  RemoveGroupPictureMutationVariables,
} from '../../../gql/types';

export const REMOVE_GROUP_PICTURE = gql<
  RemoveGroupPictureMutation,
  RemoveGroupPictureMutationVariables
>`
  mutation RemoveGroupPicture($id: ID!) {
    removeGroupPicture(groupId: $id) {
      id
    }
  }
`;
