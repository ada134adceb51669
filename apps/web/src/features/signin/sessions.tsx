import { Trans, useLingui } from '@lingui/react/macro';
import { gql, useQuery } from 'urql';
import type {
  EndOtherSessionsMutation,
  EndOtherSessionsMutationVariables,
  EndSessionMutation,
  EndSessionMutationVariables,
  MySessionsQuery,
  MySessionsQueryVariables,
} from '../../gql/types';
import { requestProblemOf } from '../../lib/server/errors';
import { useSession } from '../../lib/server/session';
import { useMutationState } from '../../lib/server/use-mutation-state';
import { Badge } from '../../ui/display/badge';
import { Button } from '../../ui/actions/button';
import { IconTile, Row, Rows } from '../../ui/display/card';
import { FormProblem } from '../../ui/forms/form-problem';
import { LoadFailed } from '../../ui/page/load-failed';
import { RelativeTime } from '../../ui/display/relative-time';
import { Skeleton } from '../../ui/display/skeleton';
import { useToast } from '../../ui/actions/toast';

const MY_SESSIONS = gql<MySessionsQuery, MySessionsQueryVariables>`
  query MySessions {
    mySessions {
      id
      label
      usedAt
      isCurrent
    }
  }
`;
const END_SESSION = gql<EndSessionMutation, EndSessionMutationVariables>`
  mutation EndSession($id: ID!) {
    endSession(id: $id) {
      id
    }
  }
`;
const END_OTHERS = gql<EndOtherSessionsMutation, EndOtherSessionsMutationVariables>`
  mutation EndOtherSessions {
    endOtherSessions {
      id
    }
  }
`;

type Session = MySessionsQuery['mySessions'][number];

/** Lists the account's sessions. The viewer can end each of them, or all but the current one. */
export function Sessions() {
  const { t } = useLingui();
  const toast = useToast();
  const [{ data, error }, execute] = useQuery({
    query: MY_SESSIONS,
    requestPolicy: 'cache-and-network',
  });
  const end = useMutationState(END_SESSION);
  const reload = () => execute({ requestPolicy: 'network-only' });
  const problem = requestProblemOf(error);
  if (!data && problem) return <LoadFailed problem={problem} onRetry={reload} />;
  if (!data) return <Skeleton kind="row" />;
  const endOne = async (id: string) => {
    if (await end.run({ id })) toast({ text: t`Esa sesión se cerró.` });
  };
  return (
    <div className="stack">
      <FormProblem problem={end.problem} />
      <Rows label={t`Sesiones abiertas`}>
        {data.mySessions.map((session) => (
          <SessionRow
            key={session.id}
            session={session}
            isBusy={end.isBusy}
            onEnd={() => void endOne(session.id)}
          />
        ))}
      </Rows>
      {data.mySessions.length > 1 && <EndOthers />}
    </div>
  );
}

function EndOthers() {
  const { t } = useLingui();
  const toast = useToast();
  const { me, reload } = useSession();
  const { run, isBusy, problem } = useMutationState(END_OTHERS);
  const end = async () => {
    if (!(await run({}))) return;
    if (!me.deletionDueAt) return toast({ text: t`Las demás sesiones se cerraron.` });
    reload(); // the server also cancelled the pending deletion of the account
    toast({
      text: t`Las demás sesiones se cerraron y se canceló el borrado de tu cuenta. Si quieres borrarla, pídelo otra vez.`,
    });
  };
  return (
    <>
      <FormProblem problem={problem} />
      {me.deletionDueAt && (
        <p className="xs muted">
          <Trans>También se cancela el borrado de tu cuenta.</Trans>
        </p>
      )}
      <Button kind="danger-line" block isBusy={isBusy} onClick={() => void end()}>
        <Trans>Cerrar todas las demás</Trans>
      </Button>
    </>
  );
}

function SessionRow({
  session: { label, usedAt, isCurrent },
  isBusy,
  onEnd,
}: {
  session: Session;
  isBusy: boolean;
  onEnd: () => void;
}) {
  const { t } = useLingui();
  const name = label || t`Un navegador`;
  return (
    <Row
      start={<IconTile icon="device" />}
      title={name}
      note={
        isCurrent ? (
          <Trans>En uso ahora</Trans>
        ) : (
          <>
            <Trans>Último uso:</Trans> <RelativeTime at={usedAt} />
          </>
        )
      }
      end={
        isCurrent ? (
          <Badge look="ok">
            <Trans>Este</Trans>
          </Badge>
        ) : (
          <Button
            kind="line"
            small
            disabled={isBusy}
            onClick={onEnd}
            aria-label={t`Cerrar la sesión de ${name}`}
          >
            <Trans>Cerrar</Trans>
          </Button>
        )
      }
    />
  );
}
