import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from 'urql';
import type { BlockedPeopleQuery } from '../../../gql/types';
import { requestProblemOf, problemText } from '../../../lib/server/errors';
import { useMutationState } from '../../../lib/server/use-mutation-state';
import { useNews } from '../../../lib/server/use-news';
import { Avatar } from '../../../ui/display/avatar';
import { Banner } from '../../../ui/display/banner';
import { Button } from '../../../ui/actions/button';
import { Row, Rows } from '../../../ui/display/card';
import { EmptyState } from '../../../ui/page/empty-state';
import { RelativeTime } from '../../../ui/display/relative-time';
import { Skeleton } from '../../../ui/display/skeleton';
import { useToast } from '../../../ui/actions/toast';
import { BLOCKED_PEOPLE_QUERY, UNBLOCK_PERSON } from './block-and-report.graphql';

/** People whom the viewer blocked, by the names that they had then. */
export function BlockedList() {
  const { t } = useLingui();
  const [{ data, error }, execute] = useQuery({
    query: BLOCKED_PEOPLE_QUERY,
    requestPolicy: 'cache-and-network',
  });
  const again = () => execute({ requestPolicy: 'network-only' });
  useNews(['blocks'], again);
  const problem = requestProblemOf(error);
  if (!data) return problem ? <Banner look="danger">{problemText(problem)}</Banner> : <Skeleton />;
  if (data.blockedPeople.length === 0) return <Nobody />;
  return (
    <Rows label={t`Personas bloqueadas`}>
      {data.blockedPeople.map((blocked) => (
        <BlockedRow key={blocked.id} blocked={blocked} onLifted={again} />
      ))}
    </Rows>
  );
}

interface BlockedRowProps {
  blocked: BlockedPeopleQuery['blockedPeople'][number];
  onLifted: () => void;
}

function BlockedRow({ blocked: { id, knownAs, createdAt }, onLifted }: BlockedRowProps) {
  const { t } = useLingui();
  const toast = useToast();
  const unblock = useMutationState(UNBLOCK_PERSON);
  const name = knownAs || t`Alguien de Trama`;
  const lift = async () => {
    if (!(await unblock.run({ blockId: id }))) return;
    toast({ text: t`Ya pueden volver a verse` });
    onLifted();
  };
  return (
    <Row
      start={<Avatar id={id} name={name} />}
      title={name}
      note={unblock.message ?? <RelativeTime at={createdAt} />}
      end={
        <Button small isBusy={unblock.isBusy} onClick={() => void lift()}>
          <Trans>Desbloquear</Trans>
          <span className="vh"> {name}</span>
        </Button>
      }
    />
  );
}

function Nobody() {
  return (
    <EmptyState title={<Trans>No bloqueaste a nadie</Trans>}>
      <Trans>
        Puedes bloquear a alguien desde su perfil, una presentación o un mensaje. No se le avisa.
      </Trans>
    </EmptyState>
  );
}
