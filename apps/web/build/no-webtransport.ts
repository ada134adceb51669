/** The app speaks over a websocket or by polling: the third transport of the socket's library stays out of what travels. */
export class WT {}
