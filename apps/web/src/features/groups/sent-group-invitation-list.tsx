import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { gql } from 'urql';
import type {
  SentGroupInvitationsQuery,
  SentGroupInvitationsQueryVariables,
  WithdrawSentGroupInvitationMutation,
  WithdrawSentGroupInvitationMutationVariables,
} from '../../gql/types';
import { ConfirmedMutationButton } from '../../ui/actions/confirmed-mutation';
import { Avatar } from '../../ui/display/avatar';
import { Face } from '../../ui/display/face';
import { RelativeTime } from '../../ui/display/relative-time';
import { LoadMore } from '../../ui/page/load-more';

export const SENT_GROUP_INVITATIONS_QUERY = gql<
  SentGroupInvitationsQuery,
  SentGroupInvitationsQueryVariables
>`
  query SentGroupInvitations($groupId: ID!) {
    sentGroupInvitations(groupId: $groupId) {
      id
      createdAt
      isMine
      senderName
      person {
        id
        name
      }
    }
  }
`;

const WITHDRAW = gql<
  WithdrawSentGroupInvitationMutation,
  WithdrawSentGroupInvitationMutationVariables
>`
  mutation WithdrawSentGroupInvitation($id: ID!) {
    withdrawSentGroupInvitation(invitationId: $id)
  }
`;

/** Number of invitations shown initially, to keep the member list below in view. */
const FIRST = 3;

type Sent = SentGroupInvitationsQuery['sentGroupInvitations'][number];

interface SentInvitationsProps {
  sent: readonly Sent[];
  onChanged: () => void;
}

/** For stewards: open invitations with a button to withdraw each; renders nothing without any. */
export function SentGroupInvitationList({ sent, onChanged }: SentInvitationsProps) {
  const [isWhole, setWhole] = useState(false);
  if (sent.length === 0) return null;
  const shown = isWhole ? sent : sent.slice(0, FIRST);
  return (
    <section className="stack stack--2">
      <h2 className="h3">
        <Trans>Invitaciones enviadas</Trans>
      </h2>
      <ul className="card card--flush rows">
        {shown.map((one) => (
          <SentRow key={one.id} one={one} onChanged={onChanged} />
        ))}
      </ul>
      <LoadMore hasMore={shown.length < sent.length} onMore={() => setWhole(true)} />
      <p className="xs muted">
        <Trans>Cada una queda aquí catorce días, también si la persona ya respondió.</Trans>
      </p>
    </section>
  );
}

function SentRow({ one: { id, person, ...by }, onChanged }: { one: Sent; onChanged: () => void }) {
  const { t } = useLingui();
  const name = person?.name ?? t`Alguien que ya no puedes ver`;
  return (
    <li className="row row--acts">
      {person ? <Face id={person.id} name={name} size="s" /> : <Avatar id={id} name="?" size="s" />}
      <span className="grow">
        <span className="row__t breakable">{name}</span>
        <span className="row__s">
          <Sender {...by} />
        </span>
      </span>
      <span className="row__acts">
        <ConfirmedMutationButton
          document={WITHDRAW}
          variables={{ id }}
          label={<Trans>Retirar</Trans>}
          ariaLabel={t`Retirar la invitación para ${name}`}
          title={<Trans>¿Retirar la invitación para {name}?</Trans>}
          actKind="primary"
          actLabel={<Trans>Retirar</Trans>}
          done={t`Si había una invitación, ya no está`}
          onDone={onChanged}
        >
          <Trans>Ya no podrá entrar con ella. No recibe ningún aviso.</Trans>
        </ConfirmedMutationButton>
      </span>
    </li>
  );
}

function Sender({ isMine, senderName, createdAt }: Omit<Sent, 'id' | 'person'>) {
  if (isMine)
    return (
      <Trans>
        La enviaste <RelativeTime at={createdAt} />
      </Trans>
    );
  if (senderName)
    return (
      <Trans>
        La envió {senderName} <RelativeTime at={createdAt} />
      </Trans>
    );
  return (
    <Trans>
      Enviada <RelativeTime at={createdAt} />
    </Trans>
  );
}
