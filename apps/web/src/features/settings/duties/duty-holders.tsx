import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { useQuery } from 'urql';
import { DUTY_NAMES } from '../../../lib/text/duty-names';
import { requestProblemOf } from '../../../lib/server/errors';
import { useNews } from '../../../lib/server/use-news';
import { Badge } from '../../../ui/display/badge';
import { IconTile, Row, Rows } from '../../../ui/display/card';
import { EmptyState } from '../../../ui/page/empty-state';
import { LoadFailed } from '../../../ui/page/load-failed';
import { Skeleton } from '../../../ui/display/skeleton';
import { DUTY_HOLDERS_QUERY, type DutyHolder } from './duties.graphql';
import { DUTY_ICONS } from './duty-descriptions';
import { WithdrawDuty } from './withdraw-duty';

interface DutyHoldersProps {
  /** Opens the password sheet that explains `what`; calls `act` once the password is correct. */
  onConfirm: (what: ReactNode, act: () => void) => void;
  /** Called after a request was created that another administrator must approve. */
  onAsked: (actId: string) => void;
}

/** Lists the holders of duties, by the names under which administrators know them. */
export function DutyHolders(props: DutyHoldersProps) {
  const { t } = useLingui();
  const [{ data, error }, execute] = useQuery({
    query: DUTY_HOLDERS_QUERY,
    requestPolicy: 'cache-and-network',
  });
  const reload = () => execute({ requestPolicy: 'network-only' });
  useNews(['twoPersonAct'], reload);
  const problem = requestProblemOf(error);
  if (!data && problem) return <LoadFailed problem={problem} onRetry={reload} />;
  if (!data) return <Skeleton kind="row" />;
  const [staff, members] = [true, false].map((isStaff) =>
    data.dutyHolders.filter((holder) => holder.isStaff === isStaff),
  );
  return (
    <>
      <Holders title={t`Cuentas que cuidan la instancia`} holders={staff!} {...props} />
      {members!.length === 0 ? (
        <NoMembers />
      ) : (
        <Holders title={t`Miembros con tareas`} holders={members!} {...props} />
      )}
    </>
  );
}

function NoMembers() {
  return (
    <EmptyState title={<Trans>Ningún miembro tiene una tarea</Trans>}>
      <Trans>Hacen falta tres personas que lean postulaciones para que se pueda postular.</Trans>
    </EmptyState>
  );
}

type HoldersProps = DutyHoldersProps & { title: string; holders: readonly DutyHolder[] };

function Holders({ title, holders, onConfirm, onAsked }: HoldersProps) {
  const [openId, setOpenId] = useState<string>();
  if (holders.length === 0) return null;
  return (
    <section className="stack stack--3">
      <h2>{title}</h2>
      <Rows label={title}>
        {holders.map((holder) => (
          <HolderRow key={keyOf(holder)} holder={holder} onOpen={setOpenId} />
        ))}
      </Rows>
      {holders.map((holder) => (
        <WithdrawDuty
          key={keyOf(holder)}
          holder={holder}
          isOpen={openId === keyOf(holder)}
          onOpenChange={(isOpen) => setOpenId(isOpen ? keyOf(holder) : undefined)}
          onConfirm={onConfirm}
          onAsked={onAsked}
        />
      ))}
    </section>
  );
}

/** React key: administrators get no account ids of holders, but the ids of their duties. */
const keyOf = ({ duties }: DutyHolder): string => duties[0]!.id;

function HolderRow({ holder, onOpen }: { holder: DutyHolder; onOpen: (id: string) => void }) {
  const { i18n, t } = useLingui();
  const { duties, knownAs, isYou, isTaken, isFounder } = holder;
  const names = duties.map(({ name }) => i18n._(DUTY_NAMES[name]!)).join(' · ');
  return (
    <Row
      start={<IconTile icon={DUTY_ICONS[duties.at(-1)!.name]} look={isTaken ? 'done' : 'plain'} />}
      title={
        <span className="inline wrap">
          <span className="breakable">{knownAs ?? t`Sin nombre todavía`}</span>
          {isYou && (
            <Badge look="mine">
              <Trans>Tú</Trans>
            </Badge>
          )}
          {!isTaken && (
            <Badge look="warn">
              <Trans>Sin tomar</Trans>
            </Badge>
          )}
        </span>
      }
      note={isFounder ? <Trans>{names} · de la fundación</Trans> : names}
      onClick={() => onOpen(keyOf(holder))}
    />
  );
}
