import type { ComponentProps } from 'preact';
import { ActButton } from '../shell/ActButton';
import { useSession } from '../shell/context';

/** An act of a controller: without a link it cannot be pressed, for it is never kept for later. */
export function Act(props: ComponentProps<typeof ActButton>) {
  const session = useSession();
  return <ActButton {...props} disabled={props.disabled === true || isStale(session.link.value.kind)} />;
}

export function isStale(link: string): boolean {
  return link !== 'live' && link !== 'connecting' && link !== 'catching';
}
