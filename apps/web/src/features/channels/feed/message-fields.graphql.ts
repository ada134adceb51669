import { gql } from 'urql';

/** All fields of a message that the feed shows. */
export const MESSAGE_FIELDS = gql`
  fragment Said on Message {
    id
    channelId
    seq
    version
    authorId
    authorName
    body
    createdAt
    editedAt
    isDeleted
    isPinned
    replyToId
    mentionIds
    mentionsAll
    attachments {
      id
      kind
      name
      type
      bytes
      width
      height
      seconds
      text
      isTextByAuthor
      removed
    }
    topicId
    isAnswer
    expiresAt
    retention
    reactions {
      emoji
      count
    }
    ownReactions
    isFolded
    clientId
  }
`;
