import { createContext, useCallback, useContext, useEffect, type ReactNode } from 'react';
import { gql, useQuery } from 'urql';
import type { MeQuery, MeQueryVariables } from '../../gql/types';
import { requestProblemOf, type RequestProblem } from './errors';
import { storeLocalSetting } from '../device/local-settings';
import { isLanguage, activateLanguage } from '../text/language';
import { allowSocketFor, setSessionDoubtHandler } from './socket';

const ME = gql<MeQuery, MeQueryVariables>`
  query Me {
    me {
      id
      standing
      language
      duties
      probationEndsAt
      suspendedUntil
      idleToldAt
      deletionDueAt
      personId
      personName
    }
    exitAddress
  }
`;

export type Me = MeQuery['me'];

interface Session {
  me: Me;
  reload: () => void;
}

let isKnown = false;

/** Whether this page had a session. If so, the sign-in page says that the session ended. */
export const wasSignedIn = (): boolean => isKnown;

export const SessionContext = createContext<Session | undefined>(undefined);

interface SessionProps {
  children: ReactNode;
  /** Rendered while the session is loading. */
  waiting: ReactNode;
  /** Rendered when the session cannot be loaded. */
  failed: (problem: RequestProblem, retry: () => void) => ReactNode;
}

/** Loads the signed-in account once and switches the page to its language. */
export function SessionProvider({ children, waiting, failed }: SessionProps) {
  const [{ data, error }, execute] = useQuery({ query: ME });
  const language = data?.me.language;
  useEffect(() => {
    isKnown ||= language !== undefined;
    if (isLanguage(language)) void activateLanguage(language);
  }, [language]);
  // If there is an error, null may mean that the server could not read the address.
  const exit = error ? undefined : data?.exitAddress;
  useEffect(() => {
    if (exit !== undefined) storeLocalSetting('exit', exit ?? undefined);
  }, [exit]);
  const reload = useCallback(() => execute({ requestPolicy: 'network-only' }), [execute]);
  useEffect(() => setSessionDoubtHandler(reload), [reload]);
  const standing = data?.me.standing;
  useEffect(() => {
    if (standing) allowSocketFor(standing);
  }, [standing]);
  useEffect(() => {
    addEventListener('online', reload);
    return () => removeEventListener('online', reload);
  }, [reload]);
  if (data) return <SessionContext value={{ me: data.me, reload }}>{children}</SessionContext>;
  const problem = requestProblemOf(error);
  if (!problem || problem.code === 'UNAUTHENTICATED') return waiting;
  return failed(problem, reload);
}

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession outside SessionProvider');
  return session;
}

export function useMe(): Me {
  return useSession().me;
}
