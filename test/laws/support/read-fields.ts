import { apiAs, type Requester } from '../../support/app/client.js';

type Answers<Name extends string> = Partial<Record<Name, unknown>>;

interface Reading<Name extends string> {
  /** Root fields, perhaps about the id `$id`, by their names in the answer. */
  readonly fields: Readonly<Record<Name, string>>;
  /** The names of the fields that the model expects the person to read. */
  readonly expected: readonly Name[];
  readonly id: string | undefined;
  /** A random number, which chooses `refused` of the other fields; all of them unless given. */
  readonly probe?: number;
  readonly refused?: number;
}

/**
 * Reads fields as a person. Returns what each field answered, without those that were refused. The expected fields are one
 * request, because requests take most of the time of these laws. A refusal hides the other fields of its request, so each
 * other field is a request of its own, and so are the expected ones if the model was wrong.
 */
export async function readFields<Name extends string>(
  who: Requester,
  { fields, expected, id, probe = 0, refused = Infinity }: Reading<Name>,
): Promise<Answers<Name>> {
  const others = (Object.keys(fields) as Name[]).filter((name) => !expected.includes(name));
  // Other digits of the number choose the request and the person.
  const start = others.length > 0 ? Math.floor(probe / 64) % others.length : 0;
  const alone = [...others.slice(start), ...others.slice(0, start)].slice(0, refused);
  const read = async (some: readonly Name[]): Promise<Answers<Name> | null> => {
    const asked = some.map((name) => `${name}: ${fields[name]}`).join(' ');
    const variables = asked.includes('$id') ? '($id: ID!)' : '';
    return apiAs(who)
      .ask<Answers<Name>>(`query ${variables} { ${asked} }`, { id })
      .catch(() => null);
  };
  const together = expected.length > 0 ? read(expected) : Promise.resolve({});
  const answers = await Promise.all(alone.map((name) => read([name])));
  const found = (await together) ?? (await Promise.all(expected.map((name) => read([name]))));
  return Object.assign({}, ...[found].flat(), ...answers) as Answers<Name>;
}
