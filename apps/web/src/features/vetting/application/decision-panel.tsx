import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useMutationState } from '../../../lib/server/use-mutation-state';
import { Banner } from '../../../ui/display/banner';
import { Button } from '../../../ui/actions/button';
import { FormProblem } from '../../../ui/forms/form-problem';
import { type ApplicationFile, DECIDE_APPLICATION } from '../desk/desk.graphql';
import { ActionEffects } from '../../../ui/display/action-effects';
import { DeclineForm } from './decline-form';
import { UntickedItems } from './unticked-items';

interface DecidePanelProps {
  file: ApplicationFile;
  onDone: (text: string) => void;
}

/** Records the decision once two reviews agree; before that, shows what is missing. */
export function DecisionPanel(props: DecidePanelProps) {
  const { agreedOutcome, admission } = props.file;
  if (agreedOutcome === 'decline') return <DeclineForm {...props} />;
  const { vouchesNeeded, vouchesCounted } = admission;
  if (agreedOutcome === 'accept' && vouchesCounted < vouchesNeeded) {
    return (
      <Banner look="warn" icon="people" title={<Trans>Faltan avales</Trans>}>
        <Plural
          value={vouchesNeeded - vouchesCounted}
          one="Falta # aval independiente para poder aceptar. Puedes volver cuando llegue."
          other="Faltan # avales independientes para poder aceptar. Puedes volver cuando lleguen."
        />
      </Banner>
    );
  }
  if (agreedOutcome === 'accept') return <Accept {...props} />;
  const disagrees = props.file.otherReviews.length > 0;
  return (
    <Banner
      icon="people"
      title={disagrees ? <Trans>No coinciden</Trans> : <Trans>Falta otra lectura</Trans>}
    >
      {disagrees ? (
        <Trans>Hace falta la opinión de alguien más, o que lo hablen en las notas.</Trans>
      ) : (
        <Trans>Se decide cuando dos personas coinciden.</Trans>
      )}
    </Banner>
  );
}

function Accept({ file, onDone }: DecidePanelProps) {
  const { id, readAs, admission, answers } = file;
  const { name } = answers;
  const { t } = useLingui();
  const decide = useMutationState(DECIDE_APPLICATION);
  const act = async () => {
    const input = { applicationId: id, outcome: 'accept' as const, words: '', readAs };
    if (await decide.run({ input })) onDone(t`${name} ya es parte de Trama`);
  };
  return (
    <section className="stack stack--3">
      <h2 className="h3">
        <Trans>Dos personas recomiendan aceptar a {name}</Trans>
      </h2>
      <p className="muted">
        {admission.isFoundingRule ? (
          <Trans>Mientras somos pocas personas no se piden avales.</Trans>
        ) : (
          <Trans>Tiene los avales que hacen falta.</Trans>
        )}
      </p>
      <UntickedItems file={file} />
      <ActionEffects
        title={<Trans>Qué va a pasar</Trans>}
        effects={[
          ['people', <Trans key="in">{name} entra enseguida, con la misma cuenta</Trans>],
          ['mail', <Trans key="mail">Solo se le avisa que hay novedades</Trans>],
          [
            'clock',
            <Trans key="probation">
              Durante 30 días no puede avalar, invitar ni fundar grupos
            </Trans>,
          ],
        ]}
      />
      <FormProblem problem={decide.problem} />
      <Button kind="primary" block isBusy={decide.isBusy} onClick={() => void act()}>
        <Trans>Decidir: aceptar</Trans>
      </Button>
    </section>
  );
}
