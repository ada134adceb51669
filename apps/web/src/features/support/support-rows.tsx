import { Plural } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useBadgeCounts } from '../../lib/page/badge-counts';
import { useMe } from '../../lib/server/session';
import { IconTile, Row } from '../../ui/display/card';
import type { IconName } from '../../ui/display/icon';
import { CaseRows } from './cases/case-rows';
import type { AskDraft } from './ask/ask-draft';
import { UnfinishedRow } from './ask/unfinished-row';
import { usePartnerCases } from './partners/use-partner-cases';
import { threadsOf, unreadIn, useCaseThreads } from './threads/use-case-threads';

interface SupportRowsProps {
  draft?: AskDraft | undefined;
  isSupporter: boolean;
}

/** For the home page: the cases in which a supporter has to do something, a half-written request, answers that wait for their requester, and requests that wait. */
export function SupportRows({ draft, isSupporter }: SupportRowsProps) {
  const { '/cases': waiting = 0, '/support': counted = 0 } = useBadgeCounts();
  const unread = useUnreadCases();
  const others = useOthersCases(counted === 0);
  const { invitations, offers, questions, unread: ofOthers } = others;
  const news = counted - invitations - offers - questions - ofOthers;
  return (
    <>
      {isSupporter && <CaseRows />}
      <CountRow to="/cases" icon="support" look="clay" count={unread}>
        <Plural
          value={unread}
          one="Hay mensajes nuevos en uno de tus casos"
          other="Hay mensajes nuevos en # de tus casos"
        />
      </CountRow>
      {draft && <UnfinishedRow draft={draft} />}
      <OthersCases {...others} />
      <CountRow to="/support" icon="support" look="clay" count={others.isLoaded ? news : 0}>
        <Plural
          value={news}
          one="Hay novedades en tu pedido de apoyo"
          other="Hay novedades en # pedidos de apoyo"
        />
      </CountRow>
      <CountRow to="/cases" icon="support" count={waiting}>
        <Plural
          value={waiting}
          one="# pedido de apoyo espera a alguien"
          other="# pedidos de apoyo esperan a alguien"
        />
      </CountRow>
    </>
  );
}

interface CountRowProps {
  to: string;
  icon: IconName;
  /** `clay` means that the counted things need an answer of the viewer. */
  look?: 'clay';
  count: number;
  children: ReactNode;
}

/** A row that says how many things wait; nothing if there are none. */
function CountRow({ to, icon, count, children, ...look }: CountRowProps) {
  if (count <= 0) return null;
  return <Row to={to} start={<IconTile icon={icon} {...look} />} title={children} />;
}

interface OthersCasesProps {
  invitations: number;
  offers: number;
  questions: number;
  unread: number;
}

function OthersCases({ invitations, offers, questions, unread }: OthersCasesProps) {
  return (
    <>
      <CountRow to="/support" icon="people" look="clay" count={questions}>
        <Plural
          value={questions}
          one="Te piden ayuda en un caso de apoyo"
          other="Te piden ayuda en # casos de apoyo"
        />
      </CountRow>
      <CountRow to="/support" icon="people" look="clay" count={invitations}>
        <Plural
          value={invitations}
          one="Te invitan a un caso de apoyo"
          other="Te invitan a # casos de apoyo"
        />
      </CountRow>
      <CountRow to="/support" icon="people" look="clay" count={offers}>
        <Plural
          value={offers}
          one="Un caso de apoyo espera tu decisión"
          other="# casos de apoyo esperan tu decisión"
        />
      </CountRow>
      <CountRow to="/support" icon="people" look="clay" count={unread}>
        <Plural
          value={unread}
          one="Hay mensajes nuevos en un caso de otra persona"
          other="Hay mensajes nuevos en # casos de otras personas"
        />
      </CountRow>
    </>
  );
}

/** Invitations, offers (also of paused cases) and questions of cases of others, and how many of those cases have unread messages. The badge count contains all. */
function useOthersCases(isPaused: boolean) {
  const { cases, invitations = [], helping = [], problem } = usePartnerCases({ isPaused });
  const { threads, error } = useCaseThreads(isPaused);
  const questions = helping.filter(({ state }) => state === 'asked').length;
  const decisions = ['answerOwnership', 'takeOver'] as const;
  const offers =
    cases?.filter(({ viewerCan }) => decisions.some((one) => viewerCan.includes(one))).length ?? 0;
  const open = helping.filter(({ state }) => state === 'open');
  const unread = [...(cases ?? []), ...open].filter(
    ({ id }) => unreadIn(threadsOf(threads, id)) > 0,
  );
  const isLoaded = Boolean((cases ?? problem) && (threads ?? error));
  return { invitations: invitations.length, offers, questions, unread: unread.length, isLoaded };
}

/** In how many cases of a supporter messages of others are unread. Own requests have news of their own. */
function useUnreadCases(): number {
  const isSupporter = useMe().duties.includes('support');
  const { threads = [] } = useCaseThreads(!isSupporter);
  const internal = threads.filter(({ kind }) => kind === 'internal');
  const cases = new Set(internal.map(({ requestId }) => requestId));
  const unread = threads.filter((one) => one.unreadCount > 0 && cases.has(one.requestId));
  return new Set(unread.map(({ requestId }) => requestId)).size;
}
