import type { TestApp } from './app.js';

/** Whether every application of this run consists of two nodes; see `test/run.mjs`. */
export const HAS_TWO_NODES = process.env['TRAMA_TEST_NODES'] === '2';

let turn = 0;

/** Returns the node that receives the next request or socket. */
export const nextNode = ({ nodes }: TestApp): TestApp => nodes[turn++ % nodes.length]!;
