import type { TestApp } from './app.js';

/** Whether this run is the one in which every application is two nodes; see `test/run.mjs`. */
export const HAS_TWO_NODES = process.env['TRAMA_TEST_NODES'] === '2';

let turn = 0;

/** The node that the next request or socket goes to. */
export const nodeFor = ({ nodes }: TestApp): TestApp => nodes[turn++ % nodes.length]!;
