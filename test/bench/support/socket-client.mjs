// Minimal Socket.IO clients, so that a thousand of them use little CPU.
import WebSocket from 'ws';

const MESSAGE = Buffer.from('42["message"');

/**
 * Opens a socket with this cookie and watches the channel. Resolves when the server has confirmed the watch. Calls
 * `onMessage` with the bytes of each message.
 */
export function openWatchingSocket({ port, cookie, channelId, onMessage }) {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/realtime/?EIO=4&transport=websocket`, {
    headers: { cookie, origin: `http://127.0.0.1:${port}` },
    perMessageDeflate: false,
  });
  return new Promise((done, fail) => {
    socket.on('error', fail);
    socket.on('close', () =>
      fail(new Error('the socket closed before it could watch the channel')),
    );
    socket.on('message', (data) => {
      if (data.subarray(0, MESSAGE.length).equals(MESSAGE)) return onMessage(data);
      const text = data.toString();
      if (text.startsWith('0')) socket.send('40');
      else if (text === '2') socket.send('3');
      else if (text.startsWith('40')) {
        socket.send(`420["watch",${JSON.stringify({ channel: channelId })}]`);
      } else if (text.startsWith('430')) {
        if (text.includes('"ok":true')) done(socket);
        else fail(new Error(`watch: ${text}`));
      }
    });
  });
}

/** The monotonic clock in milliseconds, equal in all processes of the machine. */
export const monotonicMs = () => Number(process.hrtime.bigint()) / 1e6;

export const withTimestamp = (text) => `@${monotonicMs().toFixed(3)} ${text}`;

const STAMP = Buffer.from('"body":"@');

/** Returns the milliseconds since `withTimestamp` wrote the time into these bytes. */
export function messageAgeMs(data) {
  const from = data.indexOf(STAMP) + STAMP.length;
  return monotonicMs() - Number(data.toString('latin1', from, data.indexOf(' ', from)));
}
