/** Replaces the WebTransport class of engine.io-client in the bundle: the app uses only WebSocket and polling. */
export class WT {}
