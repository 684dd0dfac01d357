import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Session } from '../link/session';

export const SessionContext = createContext<Session | null>(null);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === null) throw new Error('A live screen stands outside its session.');
  return session;
}
