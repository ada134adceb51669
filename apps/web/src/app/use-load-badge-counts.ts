import { useEffect, useEffectEvent, useRef } from 'react';
import { useLocation } from 'react-router';
import { gql, useClient } from 'urql';
import { badgeCount, totalBadgeCount } from '../features/channels/feed/channel-badge-count';
import type { WaitingCountsQuery, WaitingCountsQueryVariables } from '../gql/types';
import { retryOutboxRefusedFor } from '../lib/device/outbox';
import { useMe } from '../lib/server/session';
import { useNews } from '../lib/server/use-news';
import {
  DESK_COUNT_PATHS,
  GROUP_COUNT_PATHS,
  badgeCountOf,
  setUnreadChannels,
  setBadgeCount,
  setBadgeCountsLoaded,
} from '../lib/page/badge-counts';

const WAITING_COUNTS = gql<WaitingCountsQuery, WaitingCountsQueryVariables>`
  query WaitingCounts(
    $approves: Boolean!
    $asks: Boolean!
    $isMember: Boolean!
    $vets: Boolean!
    $supports: Boolean!
  ) {
    ... @include(if: $approves) {
      twoPersonActsWaiting
    }
    ... @include(if: $asks) {
      supportNews
    }
    ... @include(if: $isMember) {
      inboxUnread
      introductionsWaiting
      joinRequestsWaiting
      groupInvitationsWaiting
      stewardshipOffersWaiting
      successionRequestsWaiting
      agreementsWaiting
      organisationInvitationsWaiting
      receivedCoalitionInvitationsWaiting
      myGrantsWaiting
      participantsWithoutNameWaiting
      mattersWaiting
      noticesUnseen
      channels {
        id
        name
        unreadCount
        level
        shortenings {
          upTo
          seconds
        }
        isEnded
        group {
          id
        }
      }
    }
    ... @include(if: $vets) {
      applicationsWaiting
      reopeningsWaiting
    }
    ... @include(if: $supports) {
      supportRequestsWaiting
    }
  }
`;
const SUBJECTS = [
  ...['introduction', 'blocks', 'channel', 'channels', 'group', 'joinRequest'],
  ...['groupInvitation', 'stewardshipOffer', 'organisationInvitation', 'coalitionInvitation'],
  ...['inbox', 'application', 'reopening', 'matter', 'notice', 'twoPersonAct'],
  ...['supportRequest', 'supportCase'],
];
/**
 * Minimum interval between two requests, so that a busy channel does not make every open app send a request each
 * second.
 */
const ASK_EVERY_MS = 10_000;
const ABOUT_COUNTS_EVERY_MS = 1_000;
/** Pages about the counted tasks. The counts load more often while one of these pages is open. */
const ABOUT_COUNTS = [
  '/',
  '/desk',
  '/introductions',
  '/groups',
  '/coalitions',
  '/cases',
  '/support',
];

/** Loads the badge counts of all navigation entries at start and after each notice. */
export function useLoadBadgeCounts(): void {
  const client = useClient();
  const { pathname } = useLocation();
  const { standing, duties } = useMe();
  const isMember = standing === 'member';
  const approves = isMember || duties.includes('administer');
  // Suspended members keep their requests for support, and use no duty.
  const asks = isMember || standing === 'suspended';
  const held = isMember ? duties : [];
  const askedAt = useRef(-Infinity);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const ask = async () => {
    timer.current = undefined;
    askedAt.current = performance.now();
    const options = { requestPolicy: 'network-only' as const };
    const { data } = await client
      .query(
        WAITING_COUNTS,
        {
          approves,
          asks,
          isMember,
          vets: held.includes('vet'),
          supports: held.includes('support'),
        },
        options,
      )
      .toPromise();
    if (data) tell(data);
  };
  const askSoon = useEffectEvent((isNow = false) => {
    if (!(approves || asks) || (timer.current && !isNow)) return;
    clearTimeout(timer.current);
    const every = ABOUT_COUNTS.includes(pathname) ? ABOUT_COUNTS_EVERY_MS : ASK_EVERY_MS;
    const wait = isNow ? 0 : Math.max(0, askedAt.current + every - performance.now());
    timer.current = setTimeout(() => void ask(), wait);
  });
  useNews(SUBJECTS, (news) => askSoon(news?.subject === 'left'));
  useEffect(() => askSoon(ABOUT_COUNTS.includes(pathname)), [pathname]);
  useEffect(() => () => clearTimeout(timer.current), []);
}

function tell(counts: WaitingCountsQuery): void {
  const { channels = [], applicationsWaiting = 0, reopeningsWaiting = 0 } = counts;
  const { mattersWaiting = 0 } = counts;
  setBadgeCount('/people', counts.introductionsWaiting ?? 0);
  const {
    joinRequestsWaiting = 0,
    groupInvitationsWaiting = 0,
    stewardshipOffersWaiting = 0,
    successionRequestsWaiting = 0,
    agreementsWaiting = 0,
  } = counts;
  const ofGroups = [
    ...[joinRequestsWaiting, groupInvitationsWaiting],
    ...[stewardshipOffersWaiting + successionRequestsWaiting, agreementsWaiting],
    ...[counts.receivedCoalitionInvitationsWaiting ?? 0, counts.myGrantsWaiting ?? 0],
    counts.participantsWithoutNameWaiting ?? 0,
  ];
  // The viewer consented on another device, or a group has no agreements any more.
  if (agreementsWaiting < badgeCountOf('/groups/agreements'))
    retryOutboxRefusedFor('agreements.consentFirst');
  GROUP_COUNT_PATHS.forEach((part, at) => setBadgeCount(part, ofGroups[at]!));
  setBadgeCount(
    '/groups',
    ofGroups.reduce((sum, count) => sum + count, 0),
  );
  setBadgeCount('/organisations', counts.organisationInvitationsWaiting ?? 0);
  const atDesk = [applicationsWaiting, reopeningsWaiting, mattersWaiting];
  DESK_COUNT_PATHS.forEach((part, at) => setBadgeCount(part, atDesk[at]!));
  setBadgeCount('/desk', applicationsWaiting + reopeningsWaiting + mattersWaiting);
  setBadgeCount('/channels', totalBadgeCount(channels));
  setUnreadChannels(channels.filter((channel) => badgeCount(channel) > 0));
  setBadgeCount('/inbox', counts.inboxUnread ?? 0);
  setBadgeCount('/me/notices', counts.noticesUnseen ?? 0);
  setBadgeCount('/support', counts.supportNews ?? 0);
  setBadgeCount('/cases', counts.supportRequestsWaiting ?? 0);
  setBadgeCount('/approvals', counts.twoPersonActsWaiting ?? 0);
  setBadgeCountsLoaded();
}
