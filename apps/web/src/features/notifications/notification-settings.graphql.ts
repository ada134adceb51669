import { gql } from 'urql';
import type {
  ChooseNotificationsMutation,
  ChooseNotificationsMutationVariables,
  NotificationChoiceQuery,
  NotificationChoiceQueryVariables,
} from '../../gql/types';

export const NOTIFICATION_CHOICE_QUERY = gql<
  NotificationChoiceQuery,
  NotificationChoiceQueryVariables
>`
  query NotificationChoice {
    notificationChoice {
      mails
      quietFrom
      quietTo
      timeZone
    }
  }
`;

export const CHOOSE_NOTIFICATIONS = gql<
  ChooseNotificationsMutation,
  ChooseNotificationsMutationVariables
>`
  mutation ChooseNotifications($input: ChooseNotificationsInput!) {
    chooseNotifications(input: $input) {
      mails
      quietFrom
      quietTo
      timeZone
    }
  }
`;

export type NotificationChoiceData = NotificationChoiceQuery['notificationChoice'];
