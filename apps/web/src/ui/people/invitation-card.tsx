import { type ReactNode, useEffect, useEffectEvent } from 'react';
import type { DocumentInput } from 'urql';
import { Trans } from '@lingui/react/macro';
import { useMutationState } from '../../lib/server/use-mutation-state';
import { Card } from '../display/card';
import { GroupPicture } from '../display/group-picture';
import { useToast } from '../actions/toast';
import { AcceptDeclineButtons } from '../actions/accept-decline-buttons';

interface Answering<Data, More extends object = object> {
  document: DocumentInput<Data, { id: string } & More>;
  /** Further variables of the mutation. */
  more?: More;
  /** Toast text after success. */
  done: string;
}

interface InvitationCardProps<Accepted, Declined, More extends object> {
  /** Id of the invitation. */
  id: string;
  /** The group or organisation; an organisation has no picture. */
  into: { id: string; name: string; picture?: string | null };
  title: ReactNode;
  about: ReactNode;
  accept: Answering<Accepted, More> & { label: ReactNode };
  decline: Answering<Declined>;
  onChanged: () => void;
  /** Called when the server refuses the acceptance because the terms changed meanwhile. */
  onConflict?: () => void;
  /** Hint or another action below the two answers. */
  children?: ReactNode;
}

/** Open invitation into a group or an organisation, with buttons to accept and decline. */
export function InvitationCard<Accepted, Declined, More extends object = object>(
  props: InvitationCardProps<Accepted, Declined, More>,
) {
  const { id, into, title, about, onChanged, children } = props;
  const toast = useToast();
  const accept = useMutationState(props.accept.document);
  const decline = useMutationState(props.decline.document);
  const tellConflict = useEffectEvent(() => props.onConflict?.());
  useEffect(() => {
    if (accept.problem?.code === 'CONFLICT') tellConflict();
  }, [accept.problem]);
  const answer = async (answered: Promise<unknown>, text: string) => {
    if (!(await answered)) return;
    toast({ text });
    onChanged();
  };
  return (
    <Card isWaiting>
      <div className="inline inline--3 top">
        <GroupPicture group={into} />
        <div className="grow stack stack--1">
          <b>{title}</b>
          <p className="xs muted">{about}</p>
        </div>
      </div>
      <AcceptDeclineButtons
        message={accept.message ?? decline.message}
        yes={{
          label: props.accept.label,
          isBusy: accept.isBusy,
          onClick: () =>
            void answer(
              accept.run({ id, ...props.accept.more } as { id: string } & More),
              props.accept.done,
            ),
        }}
        no={{
          label: <Trans>Ahora no</Trans>,
          isBusy: decline.isBusy,
          onClick: () => void answer(decline.run({ id }), props.decline.done),
        }}
      />
      {children}
    </Card>
  );
}

/** Hint about the time after which a declined invitation can be repeated. */
export function DeclineHint() {
  return (
    <p className="xs muted">
      <Trans>
        Si respondes «Ahora no» o no respondes, no te llega otra invitación de aquí durante unos
        tres meses.
      </Trans>
    </p>
  );
}
