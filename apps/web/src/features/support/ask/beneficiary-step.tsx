import { Trans, useLingui } from '@lingui/react/macro';
import type { SupportBeneficiary } from '../../../gql/types';
import { Choice, ChoiceGroup } from '../../../ui/forms/choice';
import { TextField } from '../../../ui/forms/field';
import { BENEFICIARY_LABELS } from '../support-labels';
import type { StepProps } from './questions';
import { Question } from './step-frame';

/** For whom the support is, which can be skipped. */
export function BeneficiaryStep({ draft, onChange, onNext }: StepProps) {
  const { t, i18n } = useLingui();
  const { beneficiary, beneficiaryNote = '' } = draft;
  return (
    <Question
      title={<Trans>¿Para quién es el apoyo?</Trans>}
      hint={<Trans>Así quien tome tu pedido sabe con quién va a trabajar.</Trans>}
      isBlank={!beneficiary && beneficiaryNote === ''}
      onNext={onNext}
    >
      <ChoiceGroup legend={<Trans>Para quién es</Trans>} isLegendHidden>
        {(Object.keys(BENEFICIARY_LABELS) as SupportBeneficiary[]).map((one) => (
          <Choice
            key={one}
            name="beneficiary"
            checked={beneficiary === one}
            onChange={() => onChange({ beneficiary: one })}
          >
            {i18n._(BENEFICIARY_LABELS[one])}
          </Choice>
        ))}
      </ChoiceGroup>
      <TextField
        label={t`En pocas palabras`}
        hint={t`Por ejemplo: una radio con nueve personas. Sin nombres de otras personas.`}
        isOptional
        maxLength={300}
        autoComplete="off"
        value={beneficiaryNote}
        onChange={({ target }) => onChange({ beneficiaryNote: target.value })}
      />
    </Question>
  );
}
