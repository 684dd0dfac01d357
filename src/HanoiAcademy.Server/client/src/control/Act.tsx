import type { ComponentProps } from 'preact';
import { ActButton } from '../shell/ActButton';
import { useSession } from '../shell/context';

/** An act of a controller: before the link stands and without one it cannot be pressed, for it is never kept for later. */
export function Act(props: ComponentProps<typeof ActButton>) {
  const session = useSession();
  return <ActButton {...props} disabled={props.disabled === true || !session.canAct} />;
}

/** What is shown may be old. */
export function isStale(link: string): boolean {
  return link !== 'live' && link !== 'connecting' && link !== 'catching';
}
