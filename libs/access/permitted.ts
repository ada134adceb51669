declare const permission: unique symbol;

/**
 * A row that AccessService loaded for an action, or for any action when none is named. Only AccessService makes one, so a
 * function that takes it need not check the policy again. Field resolvers declare it of their parent, which comes from a
 * query, a mutation or a loader.
 */
export type Permitted<E, A extends string = string> = E & { readonly [permission]: A };
