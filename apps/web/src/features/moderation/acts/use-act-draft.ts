import { useEffect, useRef, useState } from 'react';
import { useClient } from 'urql';
import type { NoticeDelay, NoticeKind, ReportReason } from '../../../gql/types';
import { NOTICE_DRAFT_QUERY } from './moderation-acts.graphql';

export interface ActDraft {
  readonly reason: ReportReason | undefined;
  setReason(reason: ReportReason): void;
  readonly words: string;
  setWords(words: string): void;
  readonly delayDays: number;
  setDelayDays(days: number): void;
  readonly delayReason: NoticeDelay | undefined;
  setDelayReason(reason: NoticeDelay): void;
  readonly isTried: boolean;
  /** Returns the input, or undefined without a reason; the form then shows what is missing. */
  ready(): ReadyAct | undefined;
}

interface ReadyAct {
  readonly reason: ReportReason;
  readonly words: string;
  readonly delayDays: number;
  readonly delayReason: NoticeDelay | null;
}

/** State of the form of a sanction. The notice starts with the template of the reason, until the moderator edits it. */
export function useActDraft(matterId: string, kind: NoticeKind, first?: ReportReason): ActDraft {
  const [reason, setReason] = useState(first);
  const [words, setWords] = useDraftWords(matterId, kind, reason);
  const [delayDays, setDelayDays] = useState(0);
  const [delayReason, setDelayReason] = useState<NoticeDelay>();
  const [isTried, setTried] = useState(false);
  const ready = () => {
    setTried(true);
    return reason && { reason, words, delayDays, delayReason: delayReason ?? null };
  };
  const delay = { delayDays, setDelayDays, delayReason, setDelayReason };
  return { reason, setReason, words, setWords, ...delay, isTried, ready };
}

function useDraftWords(matterId: string, kind: NoticeKind, reason: ReportReason | undefined) {
  const client = useClient();
  const [words, setWords] = useState('');
  const isOwn = useRef(false);
  useEffect(() => {
    if (!reason || isOwn.current) return undefined;
    let isCurrent = true;
    const variables = { matterId, kind, reason };
    void client.query(NOTICE_DRAFT_QUERY, variables).then(({ data }) => {
      if (data && isCurrent && !isOwn.current) setWords(data.noticeDraft);
    });
    return () => {
      isCurrent = false;
    };
  }, [client, matterId, kind, reason]);
  const write = (text: string) => {
    isOwn.current = text !== '';
    setWords(text);
  };
  return [words, write] as const;
}
