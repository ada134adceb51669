import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { Check, Choice, ChoiceGroup } from '../../../ui/forms/choice';
import { Select } from '../../../ui/forms/field';
import { NOTICE_DELAY_REASONS } from '../notices/notice-labels';
import type { ActDraft } from './use-act-draft';

const DAYS = [1, 2, 3, 4, 5, 6, 7] as const;

/** Lets the moderator delay the notice, only if an immediate notice would endanger a person. The reason is recorded. */
export function DelayChoice({ draft, error }: { draft: ActDraft; error: string | undefined }) {
  const isLater = draft.delayDays > 0;
  return (
    <div className="stack stack--2">
      <Check checked={isLater} onChange={() => draft.setDelayDays(isLater ? 0 : 3)}>
        <Trans>Avisarle más tarde, porque avisar ahora pondría a alguien en peligro</Trans>
      </Check>
      {isLater && <Later draft={draft} error={error} />}
    </div>
  );
}

function Later({ draft, error }: { draft: ActDraft; error: string | undefined }) {
  const { t, i18n } = useLingui();
  return (
    <>
      <Select
        label={t`Cuándo se le avisa`}
        value={draft.delayDays}
        onChange={({ target }) => draft.setDelayDays(Number(target.value))}
      >
        {DAYS.map((days) => (
          <option key={days} value={days}>
            {plural(days, { one: 'En # día', other: 'En # días' })}
          </option>
        ))}
      </Select>
      <ChoiceGroup
        id="delay-reason"
        legend={<Trans>Qué pasaría si se le avisa ahora</Trans>}
        error={error}
      >
        {NOTICE_DELAY_REASONS.map(([value, words]) => (
          <Choice
            key={value}
            name="delay-reason"
            checked={draft.delayReason === value}
            onChange={() => draft.setDelayReason(value)}
          >
            {i18n._(words)}
          </Choice>
        ))}
      </ChoiceGroup>
    </>
  );
}
