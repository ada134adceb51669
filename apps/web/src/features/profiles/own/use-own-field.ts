import { useLingui } from '@lingui/react/macro';
import type { Audience } from '../../../gql/types';
import { useMutationState } from '../../../lib/server/use-mutation-state';
import { useToast } from '../../../ui/actions/toast';
import { PROFILE_FIELDS } from './profile-fields';
import { SET_FIELD_AUDIENCE, SET_PROFILE_FIELD, type OwnProfileField } from './own-profile.graphql';

interface Value {
  text?: string;
  terms?: string[];
}

/** Saves one field at once, and offers to undo the change. */
export function useOwnField(field: OwnProfileField, onChanged: () => void) {
  const { t, i18n } = useLingui();
  const toast = useToast();
  const words = PROFILE_FIELDS[field.kind];
  const value = useMutationState(SET_PROFILE_FIELD);
  const audience = useMutationState(SET_FIELD_AUDIENCE);
  const { kind } = field;
  const setValue = async (next: Value) => {
    const data = await value.run({ input: { kind, version: field.version, ...next } });
    if (!data) return false;
    const before = fieldValue(field);
    const { version } = data.setProfileField;
    const onUndo = () => void value.run({ input: { kind, version, ...before } }).then(onChanged);
    const label = words ? i18n._(words.label) : '';
    toast({ text: label ? t`Se guardó: ${label}` : t`Guardado`, onUndo });
    onChanged();
    return true;
  };
  const setAudience = async (next: Audience, groupIds: string[] | null = null) => {
    if (next === field.audience && groupIds === chosenIn(field)) return;
    const data = await audience.run({
      input: { kind, audience: next, groupIds, version: field.version },
    });
    if (!data) return;
    const { version } = data.setFieldAudience;
    const back = { kind, audience: field.audience, groupIds: chosenIn(field), version };
    const what = words ? i18n._(words.what) : '';
    toast({
      text: what ? t`Cambió quién ve ${what}` : t`Cambió quién lo ve`,
      onUndo: () => void audience.run({ input: back }).then(onChanged),
    });
    onChanged();
  };
  const error =
    value.fieldMessage('text') ?? value.fieldMessage('terms') ?? value.message ?? audience.message;
  return { setValue, setAudience, error, isBusy: value.isBusy || audience.isBusy };
}

/** Chosen groups of the audience `groups`; null for all of them. */
const chosenIn = (field: OwnProfileField) =>
  field.audience === 'groups' && field.isForChosenGroups ? field.groupIds : null;

/** Current value of a field, as input of the mutation. */
export function fieldValue({ kind, text, terms }: OwnProfileField): Value {
  const { termsIn, isMixed } = PROFILE_FIELDS[kind] ?? {};
  const ids = terms.map(({ id }) => id);
  if (isMixed) return { text, terms: ids };
  return termsIn || kind === 'region' ? { terms: ids } : { text };
}
