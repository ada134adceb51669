import { Trans, useLingui } from '@lingui/react/macro';
import type { GroupPrivacy } from '../../../gql/types';
import { Badge } from '../../../ui/display/badge';
import { Choice, ChoiceGroup } from '../../../ui/forms/choice';
import { GROUP_PRIVACY_LEVELS } from './privacy';
import { usePrivacyLabels } from './privacy-labels';

interface PrivacyChoiceProps {
  value: GroupPrivacy;
  now?: GroupPrivacy;
  options?: readonly GroupPrivacy[];
  onChange: (privacy: GroupPrivacy) => void;
}

/** Chooses visibility and the way to join as one level, since a hidden group accepts no join requests. */
export function PrivacyChoice({
  value,
  now,
  options = GROUP_PRIVACY_LEVELS,
  onChange,
}: PrivacyChoiceProps) {
  const { t } = useLingui();
  const words = usePrivacyLabels();
  return (
    <ChoiceGroup legend={t`Quién lo ve y cómo se entra`} isLegendHidden={now !== undefined}>
      {options.map((one) => (
        <Choice
          key={one}
          name="privacy"
          value={one}
          checked={value === one}
          onChange={() => onChange(one)}
          note={words[one].note}
          end={
            one === now && (
              <Badge>
                <Trans>Ahora</Trans>
              </Badge>
            )
          }
        >
          {words[one].title}
        </Choice>
      ))}
    </ChoiceGroup>
  );
}
