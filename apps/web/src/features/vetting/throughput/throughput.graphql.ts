import { gql } from 'urql';
import type { ThroughputQuery, ThroughputQueryVariables } from '../../../gql/types';

export type ThroughputData = ThroughputQuery['throughput'];

export const THROUGHPUT_QUERY = gql<ThroughputQuery, ThroughputQueryVariables>`
  query Throughput {
    throughput {
      weeks {
        monday
        received
        decided
      }
      medianHours
      p90Hours
      ages {
        upToHours
        count
      }
      asked
      load {
        own
        average
      }
    }
  }
`;
