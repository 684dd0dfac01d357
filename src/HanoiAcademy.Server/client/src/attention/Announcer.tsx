import { signal } from '@preact/signals';

// Two regions that stay in the page: a screen reader announces a change in a region it knew before, not a region that appears.
const polite = signal('');
const assertive = signal('');
let again = false;

/** Assertive only for a call, STOP and a paused drill. */
export function announce(text: string, urgent: boolean): void {
  // The same words twice are no change; an invisible one makes them new.
  again = !again;
  (urgent ? assertive : polite).value = text + (again ? '\u200b' : '');
}

export function Announcer() {
  return (
    <>
      <div class="visually-hidden" role="status" aria-live="polite">{polite.value}</div>
      <div class="visually-hidden" role="alert" aria-live="assertive">{assertive.value}</div>
    </>
  );
}
