import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { MatterAction } from '../../../gql/types';
import { useMutationState } from '../../../lib/server/use-mutation-state';
import { ErrorBanner } from '../../../ui/display/banner';
import { Button } from '../../../ui/actions/button';
import {
  type MatterActFormProps,
  RemoveContentForm,
  SuspendMemberForm,
  TalkToMemberForm,
  WarnMemberForm,
} from '../acts/talk-warn-suspend-forms';
import { LiftSeparationForm } from '../acts/lift-separation-form';
import { RequestRemovalForm, type RequestRemovalFormProps } from '../acts/request-removal-form';
import { SeparateMembersForm } from '../acts/separate-members-form';
import { CloseMatterForm } from './close-matter-form';
import { ReassignDialog } from './reassign-dialog';
import { type DeskMatter, RELEASE_MATTER } from './matters.graphql';

/** The act whose form is open. */
export type OpenActForm =
  | { readonly kind: 'talk' | 'warn' | 'suspend' | 'askRemoval' | 'close' }
  | { readonly kind: 'removeContent' | 'separate'; readonly reportId: string }
  | { readonly kind: 'lift'; readonly separationId: string };

interface MatterActsProps {
  matter: DeskMatter;
  /** Name of the reported member, as in the report that is acted upon, or in the latest. */
  name: string | undefined;
  act: OpenActForm | undefined;
  onAct: (act: OpenActForm | undefined) => void;
  onActed: MatterActFormProps['onActed'];
  onConfirm: RequestRemovalFormProps['onConfirm'];
  /** Whether a request to remove the member is pending. */
  isRemovalAsked: boolean;
  /** Called when the matter is no longer assigned to the viewer; `text` confirms why. */
  onDone: (text: string) => void;
}

/**
 * Actions of the assigned moderator: sanctions, requests, and buttons to return, reassign or close the matter. While a
 * form is open, only this form is shown.
 */
export function MatterActions(props: MatterActsProps) {
  const { matter, name, act, onAct, onActed, onConfirm, onDone } = props;
  const { id, reasons } = matter;
  if (act?.kind === 'close')
    return <CloseMatterForm {...{ id, name, onDone }} onBack={() => onAct(undefined)} />;
  if (act) {
    const form: RequestRemovalFormProps = {
      matterId: id,
      name,
      onBack: () => onAct(undefined),
      onActed,
      onConfirm,
      ...(reasons.length === 1 && reasons[0] && { reason: reasons[0] }),
    };
    return <Form act={act} form={form} />;
  }
  return (
    <>
      <Acts {...props} />
      <Onward matter={matter} onAct={onAct} onDone={onDone} />
    </>
  );
}

type Act = Exclude<OpenActForm, { kind: 'close' }>;

function Form({ act, form }: { act: Act; form: RequestRemovalFormProps }) {
  if (act.kind === 'talk') return <TalkToMemberForm {...form} />;
  if (act.kind === 'warn') return <WarnMemberForm {...form} />;
  if (act.kind === 'removeContent') return <RemoveContentForm {...form} reportId={act.reportId} />;
  if (act.kind === 'separate') return <SeparateMembersForm {...form} reportId={act.reportId} />;
  if (act.kind === 'lift') return <LiftSeparationForm {...form} separationId={act.separationId} />;
  if (act.kind === 'askRemoval') return <RequestRemovalForm {...form} />;
  return <SuspendMemberForm {...form} />;
}

function Acts({ matter: { viewerCan }, isRemovalAsked, onAct }: MatterActsProps) {
  const can = (action: MatterAction) => viewerCan.includes(action);
  if (!can('talk') && !can('warn') && !can('suspend')) return null;
  return (
    <section className="stack stack--3">
      <h2>
        <Trans>Qué haces</Trans>
      </h2>
      {can('talk') && (
        <Button block icon="channel" onClick={() => onAct({ kind: 'talk' })}>
          <Trans>Escribirle</Trans>
        </Button>
      )}
      {can('warn') && (
        <Button block icon="alert" onClick={() => onAct({ kind: 'warn' })}>
          <Trans>Advertir</Trans>
        </Button>
      )}
      {can('suspend') && (
        <Button kind="danger-line" block icon="lock" onClick={() => onAct({ kind: 'suspend' })}>
          <Trans>Suspender la cuenta</Trans>
        </Button>
      )}
      {can('askRemoval') && !isRemovalAsked && (
        <Button kind="danger-line" block icon="block" onClick={() => onAct({ kind: 'askRemoval' })}>
          <Trans>Sacar de Trama para siempre</Trans>
        </Button>
      )}
    </section>
  );
}

type OnwardProps = Pick<MatterActsProps, 'matter' | 'onAct' | 'onDone'>;

function Onward({ matter: { id, viewerCan }, onAct, onDone }: OnwardProps) {
  const { t } = useLingui();
  const [isHanding, setHanding] = useState(false);
  return (
    <section className="stack stack--3">
      <h2>
        <Trans>Cómo sigue</Trans>
      </h2>
      <Button block icon="people" onClick={() => setHanding(true)}>
        <Trans>Pasarlo a otra persona</Trans>
      </Button>
      <Release id={id} onDone={() => onDone(t`Devuelto a la Mesa`)} />
      {viewerCan.includes('close') && (
        <Button block icon="check" onClick={() => onAct({ kind: 'close' })}>
          <Trans>Cerrar el asunto</Trans>
        </Button>
      )}
      <ReassignDialog
        id={id}
        isOpen={isHanding}
        onClose={() => setHanding(false)}
        onDone={onDone}
      />
    </section>
  );
}

function Release({ id, onDone }: { id: string; onDone: () => void }) {
  const release = useMutationState(RELEASE_MATTER);
  const run = async () => {
    if (await release.run({ id })) onDone();
  };
  return (
    <>
      <ErrorBanner text={release.message} />
      <Button block icon="back" isBusy={release.isBusy} onClick={() => void run()}>
        <Trans>Devolver a la Mesa</Trans>
      </Button>
    </>
  );
}
