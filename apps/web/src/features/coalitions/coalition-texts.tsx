import { useLingui } from '@lingui/react/macro';
import { TextArea, TextField } from '../../ui/forms/field';

interface CoalitionTextsProps {
  name: string;
  purpose: string;
  onName: (name: string) => void;
  onPurpose: (purpose: string) => void;
  errorOf: (field: string) => string | undefined;
}

/** Name and purpose of a coalition. */
export function CoalitionTexts({ name, purpose, onName, onPurpose, errorOf }: CoalitionTextsProps) {
  const { t } = useLingui();
  return (
    <>
      <TextField
        label={t`Nombre de la coalición`}
        name="name"
        maxLength={60}
        value={name}
        onChange={(event) => onName(event.target.value)}
        error={errorOf('name')}
      />
      <TextArea
        label={t`Para qué existe`}
        hint={t`Una o dos frases que cualquiera entienda.`}
        name="purpose"
        rows={3}
        maxLength={600}
        value={purpose}
        onChange={(event) => onPurpose(event.target.value)}
        error={errorOf('purpose')}
      />
    </>
  );
}
