import { HttpTransportType, HubConnectionBuilder, LogLevel, type HubConnection } from '@microsoft/signalr';
import type { Answer, Envelope, Joined, Place, Push, RoomNotice, StreamName } from '../contract/messages';

/** What the session needs of a connection; tests bring their own. */
export interface Hub {
  join(drill: string, options: JoinOptions): Promise<Joined>;
  send(envelope: Envelope): Promise<Answer>;
  undo(commandId: string): Promise<{ undone: boolean }>;
  ack(place: Place & { stream: StreamName }): void;
  echo(text: string): Promise<string>;
  stop(): Promise<void>;
  readonly slower: boolean;
}

export interface JoinOptions {
  language: string;
  control: boolean;
  device: string;
  /** A controller reads what this seat reads. */
  looksAt?: string;
  after: Partial<Record<StreamName, Place>>;
}

export interface HubListener {
  push(push: Push): void;
  room(notice: RoomNotice): void;
  closed(): void;
}

export type Connect = (listener: HubListener) => Promise<Hub>;

/** Something on the way may swallow a WebSocket without a word: after this long it counts as blocked. */
const webSocketMs = 8000;
/** Where it was blocked, it is tried again after this long and not at every new connection. */
const blockedMs = 10 * 60_000;

/** WebSockets first; where something on the way blocks them, long polling, which the person is told of. */
export const connectTo = (url: string): Connect => {
  let blockedUntil = 0;
  return async (listener) => {
    if (Date.now() > blockedUntil) {
      try {
        return await open(url, HttpTransportType.WebSockets, listener);
      } catch (error) {
        // The server itself cannot be reached, or refuses: the slower way leads to the same door.
        if (!navigator.onLine || (error as { errorType?: string }).errorType === 'FailedToNegotiateWithServerError') throw error;
      }
    }
    const hub = await open(url, HttpTransportType.LongPolling, listener);
    if (Date.now() > blockedUntil) blockedUntil = Date.now() + blockedMs;
    return hub;
  };
};

async function open(url: string, transport: HttpTransportType, listener: HubListener): Promise<Hub> {
  const connection = new HubConnectionBuilder().withUrl(url, { transport }).configureLogging(LogLevel.None).build();
  // A dead radio link says nothing: 20 s of silence count as its end (the server pings more often).
  connection.serverTimeoutInMilliseconds = 20_000;
  connection.keepAliveIntervalInMilliseconds = 10_000;
  connection.on('push', (push: Push) => listener.push(push));
  connection.on('room', (notice: RoomNotice) => listener.room(notice));
  let isGivenUp = false;
  connection.onclose(() => {
    if (!isGivenUp) listener.closed();
  });
  const starting = connection.start();
  if (transport === HttpTransportType.WebSockets) {
    try {
      await soon(starting, webSocketMs);
    } catch (error) {
      isGivenUp = true;
      starting.catch(() => undefined);
      void connection.stop().catch(() => undefined);
      throw error;
    }
  } else {
    await starting;
  }
  return face(connection, transport === HttpTransportType.LongPolling);
}

/** The promise, or a failure after `ms`. */
export function soon<T>(promise: Promise<T>, ms: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, fail) => (timer = setTimeout(() => fail(new Error('too late')), ms)));
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

function face(connection: HubConnection, slower: boolean): Hub {
  return {
    slower,
    join: (drill, options) => connection.invoke('Join', drill, options),
    send: (envelope) => connection.invoke('Send', envelope),
    undo: (commandId) => connection.invoke('Undo', commandId),
    ack: (place) => void connection.send('Ack', place).catch(() => undefined),
    echo: (text) => connection.invoke('Echo', text),
    stop: () => connection.stop(),
  };
}
