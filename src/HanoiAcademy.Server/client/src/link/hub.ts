import { HttpTransportType, HubConnectionBuilder, LogLevel, type HubConnection } from '@microsoft/signalr';
import type { Answer, Envelope, Joined, Place, Push, RoomNotice, StreamName } from '../contract/messages';

/** What the session needs of a connection; tests bring their own. */
export interface Hub {
  join(drill: string, options: { language: string; control: boolean; after: Partial<Record<StreamName, Place>> }): Promise<Joined>;
  send(envelope: Envelope): Promise<Answer>;
  undo(commandId: string): Promise<{ undone: boolean }>;
  ack(place: Place & { stream: StreamName }): void;
  echo(text: string): Promise<string>;
  stop(): Promise<void>;
  readonly slower: boolean;
}

export interface HubListener {
  push(push: Push): void;
  room(notice: RoomNotice): void;
  closed(): void;
}

export type Connect = (listener: HubListener) => Promise<Hub>;

/** WebSockets first; where something on the way blocks them, long polling, which the person is told of. */
export const connectTo = (url: string): Connect => async (listener) => {
  try {
    return await open(url, HttpTransportType.WebSockets, listener);
  } catch (error) {
    if (!navigator.onLine) throw error;
    return await open(url, HttpTransportType.LongPolling, listener);
  }
};

async function open(url: string, transport: HttpTransportType, listener: HubListener): Promise<Hub> {
  const connection = new HubConnectionBuilder().withUrl(url, { transport }).configureLogging(LogLevel.None).build();
  // A dead radio link says nothing: 20 s of silence count as its end (the server pings more often).
  connection.serverTimeoutInMilliseconds = 20_000;
  connection.keepAliveIntervalInMilliseconds = 10_000;
  connection.on('push', (push: Push) => listener.push(push));
  connection.on('room', (notice: RoomNotice) => listener.room(notice));
  connection.onclose(() => listener.closed());
  await connection.start();
  return face(connection, transport === HttpTransportType.LongPolling);
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
