import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useMe } from '../../../lib/server/session';
import { Choice, ChoiceGroup } from '../../../ui/forms/choice';
import { TextField } from '../../../ui/forms/field';

export interface EntryNameControl {
  readonly usesPersona: boolean;
  /** The typed name. It stays while the other choice is made. */
  readonly text: string;
  /** The name to send: null for the profile's. */
  readonly personaName: string | null;
  readonly choosePersona: (usesPersona: boolean) => void;
  readonly type: (text: string) => void;
}

export function useEntryName(): EntryNameControl {
  const [usesPersona, choosePersona] = useState(true);
  const [text, type] = useState('');
  return { usesPersona, text, personaName: usesPersona ? text : null, choosePersona, type };
}

interface EntryNameProps {
  coalition: string;
  name: EntryNameControl;
  error: string | undefined;
}

/** The choice between the profile's name and one for this coalition only. */
export function EntryName({ coalition, name, error }: EntryNameProps) {
  const { t } = useLingui();
  const { personName } = useMe();
  const { usesPersona, text } = name;
  return (
    <div className="stack stack--3">
      <ChoiceGroup legend={t`Con qué nombre`}>
        <Choice
          name="as"
          checked={!usesPersona}
          onChange={() => name.choosePersona(false)}
          note={t`El nombre de tu perfil`}
        >
          {personName ?? <Trans>Con mi perfil</Trans>}
        </Choice>
        <Choice
          name="as"
          checked={usesPersona}
          onChange={() => name.choosePersona(true)}
          note={t`Mejor uno que no uses en otro lado`}
        >
          <Trans>Otro nombre, solo para esta coalición</Trans>
        </Choice>
      </ChoiceGroup>
      {usesPersona && (
        <TextField
          label={t`Tu nombre en ${coalition}`}
          name="personaName"
          autoComplete="off"
          maxLength={60}
          value={text}
          onChange={(event) => name.type(event.target.value)}
          error={error}
        />
      )}
    </div>
  );
}
