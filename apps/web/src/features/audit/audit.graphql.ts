import { gql } from 'urql';
import type {
  AuditHeadQuery,
  AuditHeadQueryVariables,
  AuditRecordsQuery,
  AuditRecordsQueryVariables,
  VerifyChainQuery,
  VerifyChainQueryVariables,
} from '../../gql/types';

export const AUDIT_RECORDS_QUERY = gql<AuditRecordsQuery, AuditRecordsQueryVariables>`
  query AuditRecords($after: String, $filter: AuditFilter) {
    auditRecords(first: 30, after: $after, filter: $filter) {
      items {
        id
        seq
        createdAt
        duty
        action
        subjectType
        subjectId
        reason
        actorId
        aboutId
      }
      nextCursor
    }
  }
`;

export type AuditRecord = AuditRecordsQuery['auditRecords']['items'][number];

export const VERIFY_AUDIT_CHAIN = gql<VerifyChainQuery, VerifyChainQueryVariables>`
  query VerifyChain($from: Int!, $heads: String!) {
    auditVerification(from: $from, heads: $heads) {
      upTo
      isDone
      total
      unnamed
      heads
      unreadableHeads
      faults {
        kind
        seq
        upTo
        belongsAt
        behind {
          seq
        }
      }
    }
  }
`;
export type AuditChainFault = VerifyChainQuery['auditVerification']['faults'][number];

export const AUDIT_HEAD_QUERY = gql<AuditHeadQuery, AuditHeadQueryVariables>`
  query AuditHead {
    auditHead {
      seq
      hash
      at
    }
  }
`;
