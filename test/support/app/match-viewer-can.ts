/**
 * Matches a `viewerCan` list that contains these actions and none of `without`. It may contain others, which the policy
 * matrix tests.
 */
export const containingActions = (
  held: readonly string[],
  { without = [] as readonly string[] } = {},
) => ({
  $$typeof: Symbol.for('jest.asymmetricMatcher'),
  asymmetricMatch: (list: unknown): boolean =>
    Array.isArray(list) &&
    held.every((action) => list.includes(action)) &&
    !without.some((action) => list.includes(action)),
  toString: () => 'Actions',
  toAsymmetricMatcher: () => `Actions<${held.join(', ')}${without.map((one) => `, not ${one}`)}>`,
});
