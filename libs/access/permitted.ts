declare const permission: unique symbol;

/**
 * A row that AccessService loaded for the action `A`, or for any action if `A` is omitted. Only AccessService creates
 * this type, so a function that takes it need not check the policy again. Field resolvers use it for their parent,
 * which comes from a query, a mutation or a loader.
 */
export type Permitted<E, A extends string = string> = E & { readonly [permission]: A };
