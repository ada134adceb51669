import { Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, type ReactNode, useCallback, useEffect, useState } from 'react';
import type { FindCallTimesMutation } from '../../../gql/types';
import { useMutationState } from '../../../lib/server/use-mutation-state';
import { regionalZones } from '../../../lib/text/time-zone-names';
import { Button } from '../../../ui/actions/button';
import { Skeleton } from '../../../ui/display/skeleton';
import { Choice, ChoiceGroup } from '../../../ui/forms/choice';
import { Select } from '../../../ui/forms/field';
import { FormProblem } from '../../../ui/forms/form-problem';
import { EmptyState } from '../../../ui/page/empty-state';
import { LoadFailed } from '../../../ui/page/load-failed';
import { CallCities, CallDay, cityZone, deviceZone } from './call-time';
import { FIND_CALL_TIMES } from './calls.graphql';
import './error-texts';

interface TimePickerProps {
  requestId: string;
  actLabel: ReactNode;
  /** Books or moves; returns whether it succeeded. */
  onPick: (startsAt: string, zone: string) => Promise<boolean>;
  problem: Parameters<typeof FormProblem>[0]['problem'];
  isBusy: boolean;
  /** Shown if no time fits: how the call can still take place. */
  otherwise: ReactNode;
}

const NONE = 'none';

/** A few free times in words, in the zones of both sides. */
export function TimePicker(props: TimePickerProps) {
  const { requestId, otherwise } = props;
  const { found, look, problem, isLooking } = useTimes(requestId);
  if (!found && problem) return <LoadFailed problem={problem} onRetry={() => void look(null)} />;
  if (!found) return <Skeleton rows={4} />;
  if (found.times.length === 0) {
    return <EmptyState title={<Trans>Ahora no hay horarios libres</Trans>}>{otherwise}</EmptyState>;
  }
  const more = { found, look, isLooking, problem: props.problem ?? problem };
  return <TimeForm key={found.times[0]!.startsAt} {...props} {...more} />;
}

type Found = FindCallTimesMutation['findCallTimes'];

/** Looks for free times; each look-up counts. */
function useTimes(requestId: string) {
  const [found, setFound] = useState<Found>();
  const { run, problem, isBusy: isLooking } = useMutationState(FIND_CALL_TIMES);
  const look = useCallback(
    async (from: string | null) => {
      const data = await run({ input: { requestId, zone: deviceZone(), from } });
      if (data) setFound(data.findCallTimes);
    },
    [run, requestId],
  );
  useEffect(() => {
    // Deferred, so that a page that is left at once counts no look-up.
    const timer = setTimeout(() => void look(null));
    return () => clearTimeout(timer);
  }, [look]);
  return { found, look, problem, isLooking };
}

interface TimeFormProps extends TimePickerProps {
  found: Found;
  look: (from: string | null) => Promise<void>;
  isLooking: boolean;
}

function TimeForm({ found, look, isLooking, ...props }: TimeFormProps) {
  const { actLabel, onPick, isBusy, otherwise } = props;
  const { t } = useLingui();
  const [zone, setZone] = useState(deviceZone);
  const [picked, setPicked] = useState<string>();
  const time = picked === NONE ? undefined : picked;
  const reserve = async (event: FormEvent) => {
    event.preventDefault();
    // Another requester may have been faster: shows what is free now.
    if (time && !(await onPick(time, zone))) await look(null);
  };
  return (
    <form className="stack stack--3" noValidate onSubmit={(event) => void reserve(event)}>
      <ChoiceGroup legend={<Trans>Horarios libres</Trans>} isLegendHidden>
        {found.times.map((one) => (
          <Choice
            key={one.startsAt}
            name="time"
            checked={picked === one.startsAt}
            onChange={() => setPicked(one.startsAt)}
            note={<CallCities startsAt={one.startsAt} zone={zone} otherZone={one.zone} />}
          >
            <CallDay startsAt={one.startsAt} zone={zone} />
          </Choice>
        ))}
        <Choice
          isPlain
          name="time"
          checked={picked === NONE}
          onChange={() => setPicked(NONE)}
          note={picked === NONE ? otherwise : undefined}
        >
          <Trans>Ninguno me sirve</Trans>
        </Choice>
      </ChoiceGroup>
      {found.laterFrom && (
        <Button block isBusy={isLooking} onClick={() => void look(found.laterFrom ?? null)}>
          <Trans>Ver otros días</Trans>
        </Button>
      )}
      <Select
        label={t`Ver la hora de otra ciudad`}
        {...(!cityZone() && { hint: t`No podemos saber en qué ciudad estás: elígela aquí.` })}
        value={zone}
        onChange={({ target }) => setZone(target.value)}
      >
        <ZoneOptions chosen={zone} />
      </Select>
      <FormProblem problem={props.problem} />
      <Button kind="primary" block type="submit" isBusy={isBusy} disabled={!time}>
        {actLabel}
      </Button>
    </form>
  );
}

/** The zones of the region by city. */
export function ZoneOptions({ chosen }: { chosen: string }) {
  const { i18n } = useLingui();
  return regionalZones(chosen, i18n.locale).map(({ zone, name }) => (
    <option key={zone} value={zone}>
      {name}
    </option>
  ));
}
