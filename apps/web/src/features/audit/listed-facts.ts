interface Fact {
  readonly label: string;
  readonly value: string;
}

/** A label, or alternatives in order of preference: the first one that the request has is used. */
type Label = string | readonly string[];

/**
 * Labels of the facts that tell a request from others of its kind in a list. For other kinds, the first fact names the
 * subject: a person, channel or setting.
 */
const LISTED: Readonly<Record<string, readonly Label[]>> = {
  makeGroupLessPrivate: [['group', 'coalition'], 'to'],
  inviteParticipant: [['invited', 'by'], 'coalition'],
  removeParticipant: ['participant', 'coalition'],
  changeEmergencyLine: ['service', 'act'],
};

/** The facts with which a list names the subject of a request. */
export function listedFacts<F extends Fact>(kind: string, shown: readonly F[]): F[] {
  const labels: readonly Label[] = LISTED[kind] ?? shown.slice(0, 1).map(({ label }) => label);
  return labels.flatMap((alternatives) => {
    const found = [alternatives]
      .flat()
      .map((label) => shown.filter((fact) => fact.label === label))
      .find((facts) => facts.length > 0);
    return found ?? [];
  });
}
