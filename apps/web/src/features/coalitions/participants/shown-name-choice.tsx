import { Trans, useLingui } from '@lingui/react/macro';
import { Banner } from '../../../ui/display/banner';
import { Choice, ChoiceGroup } from '../../../ui/forms/choice';
import { TextField } from '../../../ui/forms/field';
import type { Candidate, ShownName } from './candidates';

interface ShownNameChoiceProps {
  candidate: Pick<Candidate, 'name' | 'kind' | 'isOpen'>;
  shown: ShownName;
  /** Name of the coalition; empty while it is not typed yet. */
  coalition: string;
  error: string | undefined;
}

/** How the coalition sees a participant: by its own name, or by one chosen for this coalition. */
export function ShownNameChoice({ candidate, shown, coalition, error }: ShownNameChoiceProps) {
  const { t } = useLingui();
  const { name, kind, isOpen } = candidate;
  const { shownName } = shown;
  return (
    <div className="stack stack--3">
      <ChoiceGroup
        legend={kind === 'group' ? t`Cómo se muestra tu grupo` : t`Cómo se muestra tu organización`}
      >
        {isOpen && (
          <Choice
            name="shown"
            checked={shownName === null}
            onChange={shown.chooseOwn}
            note={t`Quien ya puede ver en Trama esa página encuentra aquí su enlace.`}
          >
            {kind === 'group' ? (
              <Trans>Con el nombre del grupo: {name}</Trans>
            ) : (
              <Trans>Con el nombre de la organización: {name}</Trans>
            )}
          </Choice>
        )}
        <Choice
          name="shown"
          checked={shownName !== null}
          onChange={shown.chooseOther}
          note={t`Aquí no se ven el enlace, la imagen, el tamaño, los temas ni las fechas de ${name}.`}
        >
          <Trans>Con otro nombre, solo para esta coalición</Trans>
        </Choice>
      </ChoiceGroup>
      {!isOpen && (
        <p className="xs muted">
          <Trans>
            Como no todas las personas de Trama pueden ver {name}, aquí lleva siempre otro nombre.
          </Trans>
        </p>
      )}
      {shownName !== null && (
        <OtherName name={name} text={shownName} shown={shown} coalition={coalition} error={error} />
      )}
    </div>
  );
}

interface OtherNameProps extends Pick<ShownNameChoiceProps, 'shown' | 'coalition' | 'error'> {
  /** The own name of the group or organisation. */
  name: string;
  text: string;
}

/** The chosen name, with a warning that the names of its people may still reveal the participant. */
function OtherName({ name, text, shown, coalition, error }: OtherNameProps) {
  const { t } = useLingui();
  return (
    <>
      <TextField
        label={coalition.trim() ? t`Nombre en ${coalition}` : t`Nombre en la coalición`}
        hint={t`Uno que no usen en otro lado.`}
        name="shownName"
        autoComplete="off"
        maxLength={60}
        value={text}
        onChange={(event) => shown.type(event.target.value)}
        error={error}
      />
      <Banner
        look="warn"
        icon="alert"
        title={<Trans>Los nombres de su gente pueden revelarlo</Trans>}
      >
        <Trans>
          Si varias personas entran con el nombre que usan en {name}, alguien puede adivinar de qué
          grupo u organización vienen. Cada persona puede elegir otro nombre.
        </Trans>
      </Banner>
    </>
  );
}
