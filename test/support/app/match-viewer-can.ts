/**
 * Matches a `viewerCan` list that contains these actions and no action of `without`. The list may contain others, which
 * the tests of the policy matrix check.
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
