import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { useAct } from '../../lib/use-act';
import { useNews } from '../../lib/use-news';
import { Avatar } from '../../ui/avatar';
import { Card } from '../../ui/card';
import { useToast } from '../../ui/toast';
import { TwoAnswers } from '../../ui/two-answers';
import { ACCEPT, type AskedIn, DECLINE, ORGANISATION_INVITATIONS } from './people.graphql';
import './reasons';

interface OrganisationInvitationsProps {
  /** Only that of one organisation, on its page. */
  organisationId?: string;
  onJoined?: () => void;
}

/** Invitations into organisations that wait for an answer; nothing when there is none. */
export function OrganisationInvitations(props: OrganisationInvitationsProps) {
  const { organisationId, onJoined } = props;
  const [{ data }, refetch] = useQuery({ query: ORGANISATION_INVITATIONS });
  const again = () => refetch({ requestPolicy: 'network-only' });
  useNews(['organisationInvitation'], again);
  const changed = () => {
    again();
    onJoined?.();
  };
  return data?.organisationInvitations
    .filter(({ organisation }) => !organisationId || organisation?.id === organisationId)
    .map((one) => <InvitationCard key={one.id} invitation={one} onChanged={changed} />);
}

interface InvitationCardProps {
  invitation: AskedIn;
  onChanged: () => void;
}

function InvitationCard({ invitation: { id, organisation }, onChanged }: InvitationCardProps) {
  const { t } = useLingui();
  const toast = useToast();
  const accept = useAct(ACCEPT);
  const decline = useAct(DECLINE);
  if (!organisation) return null;
  const answer = async (run: typeof accept.run | typeof decline.run, text: string) => {
    if (!(await run({ id }))) return;
    toast({ text });
    onChanged();
  };
  return (
    <Card isWaiting>
      <Head organisation={organisation} />
      <TwoAnswers
        message={accept.message ?? decline.message}
        yes={{
          label: <Trans>Ser parte</Trans>,
          isBusy: accept.isBusy,
          onClick: () => void answer(accept.run, t`Ya eres parte`),
        }}
        no={{
          label: <Trans>Ahora no</Trans>,
          isBusy: decline.isBusy,
          onClick: () => void answer(decline.run, t`Listo. No se lo diremos a nadie.`),
        }}
      />
    </Card>
  );
}

function Head({ organisation }: { organisation: NonNullable<AskedIn['organisation']> }) {
  return (
    <div className="inline inline--3 top">
      <Avatar id={organisation.id} name={organisation.name} isGroup />
      <div className="grow stack stack--1">
        <b>
          <Trans>Te invitan a ser parte de {organisation.name}</Trans>
        </b>
        <p className="xs muted">
          <Trans>
            Al principio lo saben solo quienes ya son parte y pueden ver tu nombre. Después decides
            si alguien más lo ve.
          </Trans>
        </p>
      </div>
    </div>
  );
}
