import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useMutationState } from '../../lib/server/use-mutation-state';
import { ErrorBanner } from '../../ui/display/banner';
import { Button } from '../../ui/actions/button';
import { Card } from '../../ui/display/card';
import { Face } from '../../ui/display/face';
import { RelativeTime } from '../../ui/display/relative-time';
import { useToast } from '../../ui/actions/toast';
import { LET_INTRODUCTION_LAPSE, PASS_ON_INTRODUCTION } from './introducers.graphql';
import type { Introduction } from './introductions.graphql';
import { useNameOrPlaceholder } from './use-name-or-placeholder';
import './error-texts';
import { TermNames } from './term-names';
import { PersonWork } from './person-work';

type Person = Introduction['person'];

interface PassingOnProps {
  introduction: Introduction;
  toMeet: Person;
  menu: ReactNode;
  onPassed: () => void;
}

/** The introducer's view: both people, the note, and buttons to pass the request on or let it lapse. */
export function PassOnRequest({ introduction, toMeet, menu, onPassed }: PassingOnProps) {
  const { id, person, note, createdAt, expiresAt } = introduction;
  const nameOf = useNameOrPlaceholder();
  const [asker, asked] = [nameOf(person.name), nameOf(toMeet.name)];
  return (
    <div className="stack stack--5">
      <div className="inline inline--3 top">
        <div className="grow stack stack--1">
          <h1>
            <Trans>
              {asker} quiere conocer a {asked}
            </Trans>
          </h1>
          <p className="xs muted">
            <RelativeTime at={createdAt} />
          </p>
        </div>
        {menu}
      </div>
      <Shown id={person.personId ?? `${id}-1`} person={person} name={asker} />
      <Shown id={toMeet.personId ?? `${id}-2`} person={toMeet} name={asked} />
      {note && (
        <Card>
          <h2 className="h3">
            <Trans>La nota de {asker}</Trans>
          </h2>
          <p className="lines">{note}</p>
        </Card>
      )}
      <p className="xs muted">
        <Trans>
          Si la pasas, {asked} la recibe con tu nombre, según lo que le muestras. Si no, {asker} la
          sigue viendo en espera y no se le avisa. Termina <RelativeTime at={expiresAt} />.
        </Trans>
      </p>
      <PassOrLapse id={id} onPassed={onPassed} />
    </div>
  );
}

/** One of the two people, as far as the introducer may see them. */
function Shown({ id, person, name }: { id: string; person: Person; name: string }) {
  return (
    <Card>
      <div className="inline inline--3 top">
        <Face id={id} name={name} />
        <div className="grow stack stack--1">
          <h2 className="h3">{name}</h2>
          <p className="row__s">
            <TermNames terms={person.territories} />
          </p>
        </div>
      </div>
      <PersonWork person={person} />
    </Card>
  );
}

function PassOrLapse({ id, onPassed }: { id: string; onPassed: () => void }) {
  const { t } = useLingui();
  const toast = useToast();
  const [pass, lapse] = [
    useMutationState(PASS_ON_INTRODUCTION),
    useMutationState(LET_INTRODUCTION_LAPSE),
  ];
  const decide = async (run: typeof pass.run | typeof lapse.run, text: string) => {
    if (!(await run({ id }))) return;
    toast({ text });
    onPassed();
  };
  return (
    <>
      <ErrorBanner text={pass.message ?? lapse.message} />
      <div className="btns">
        <Button
          kind="primary"
          isBusy={pass.isBusy}
          onClick={() => void decide(pass.run, t`La pasaste`)}
        >
          <Trans>Pasar el pedido</Trans>
        </Button>
        <Button
          isBusy={lapse.isBusy}
          onClick={() => void decide(lapse.run, t`Listo. No se le avisa.`)}
        >
          <Trans>Ahora no</Trans>
        </Button>
      </div>
    </>
  );
}
