declare const permission: unique symbol;

/**
 * A row that AccessService loaded for the action `A`, or for any action if `A` is omitted. Only AccessService creates
 * values of this type, so a function that takes one need not check the policy again. Field resolvers also use it for
 * their parent.
 */
export type Permitted<E, A extends string = string> = E & { readonly [permission]: A };
