import { Trans } from '@lingui/react/macro';
import { Banner } from '../../../ui/display/banner';
import { CheckChoice, ChoiceGroup } from '../../../ui/forms/choice';

/** Adds the excluded supporters who are missing from the list, so that the requester can unmark them. */
export const withFormerSupporters = (
  supporters: readonly ListedSupporter[],
  excludedIds: readonly string[],
) => [
  ...supporters,
  ...excludedIds
    .filter((id) => supporters.every((one) => one.id !== id))
    .map((id) => ({ id, workName: null })),
];

interface ListedSupporter {
  id: string;
  /** Null for a supporter who is not in the list any more. */
  workName: string | null;
}

interface SupporterChoiceProps {
  supporters: readonly ListedSupporter[];
  excludedIds: readonly string[];
  onChange: (excludedIds: string[]) => void;
}

/** The list of supporters with a checkbox each. Warns while nobody, or only one of them, could read the request. */
export function SupporterChoice({ supporters, excludedIds, onChange }: SupporterChoiceProps) {
  if (supporters.length === 0) {
    return (
      <p className="muted">
        <Trans>Todavía no hay nombres en esta lista.</Trans>
      </p>
    );
  }
  const toggle = (id: string) =>
    onChange(
      excludedIds.includes(id) ? excludedIds.filter((one) => one !== id) : [...excludedIds, id],
    );
  return (
    <>
      <ChoiceGroup legend={<Trans>Quién no debe leerlo</Trans>} isLegendHidden>
        {supporters.map(({ id, workName }) => (
          <CheckChoice key={id} checked={excludedIds.includes(id)} onChange={() => toggle(id)}>
            {workName ?? <Trans>Alguien que ya no da apoyo</Trans>}
          </CheckChoice>
        ))}
      </ChoiceGroup>
      <FewReaders supporters={supporters} excludedIds={excludedIds} />
    </>
  );
}

function FewReaders({ supporters, excludedIds }: Omit<SupporterChoiceProps, 'onChange'>) {
  const free = supporters.filter(
    ({ id, workName }) => workName !== null && !excludedIds.includes(id),
  );
  const isFew = excludedIds.length > 0 && free.length < 2;
  return (
    <span role="status">
      {isFew && (
        <Banner look="warn" icon="alert">
          {free.length === 0 ? (
            <Trans>
              Así nadie puede leer tu pedido. Espera hasta que quites a alguien de esta lista o
              llegue una persona nueva.
            </Trans>
          ) : (
            <Trans>Así solo una persona puede leerlo. Si no está, tu pedido espera.</Trans>
          )}
        </Banner>
      )}
    </span>
  );
}
