import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from 'react-router';
import { useMutationState } from '../../../lib/server/use-mutation-state';
import { ErrorBanner } from '../../../ui/display/banner';
import { useToast } from '../../../ui/actions/toast';
import { Choice, ChoiceGroup } from '../../../ui/forms/choice';
import type { ChannelData } from '../list/message-history.graphql';
import { CHOOSE_NOTIFICATION_LEVEL } from './channel-people.graphql';

const LEVELS: readonly [ChannelData['level'], MessageDescriptor, MessageDescriptor][] = [
  ['all', msg`Todo`, msg`Te avisamos de cada mensaje`],
  ['mentions', msg`Si me mencionan o responden`, msg`Lo demás lo ves aquí, sin avisos`],
  ['none', msg`Nada`, msg`Ni en la bandeja ni por correo`],
];

/** Chooses the notification level of a channel; each choice is saved at once. */
export function NotificationLevelChoice({ channel: { id, level } }: { channel: ChannelData }) {
  const { t, i18n } = useLingui();
  const toast = useToast();
  const choose = useMutationState(CHOOSE_NOTIFICATION_LEVEL);
  const set = (next: ChannelData['level']) => choose.run({ input: { channelId: id, level: next } });
  const change = async (next: ChannelData['level']) => {
    if (!(await set(next))) return;
    const text = next === 'none' ? t`Canal silenciado` : t`Cambiaste tus avisos`;
    toast({ text, onUndo: () => void set(level) });
  };
  return (
    <ChoiceGroup legend={t`Cuándo avisarte`}>
      {LEVELS.map(([value, label, note]) => (
        <Choice
          key={value}
          name={`level-${id}`}
          value={value}
          checked={value === level}
          onChange={() => void change(value)}
          note={i18n._(note)}
        >
          {i18n._(label)}
        </Choice>
      ))}
      <ErrorBanner text={choose.message} />
      <Link className="xs" to="/me/notifications">
        <Trans>Horas de silencio y correo</Trans>
      </Link>
    </ChoiceGroup>
  );
}
