/**
 * Factories of what a world has besides people: `make.group(app, { steward: ada })`. Each takes overrides, makes its
 * missing parents and works through the services. A feature adds a file beside this one and spreads it in here.
 */
export const make = {};
