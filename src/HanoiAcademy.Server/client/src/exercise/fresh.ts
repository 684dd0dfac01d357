const every = 8_000;
const patience = 10_000;

/**
 * Keeps a part of a page as the server would draw it now, while the page is seen. Where somebody is inside with the keyboard it stands still;
 * what he opened stays open. The part says itself as of when it is, so that one which is no longer answered for shows its age.
 */
export function keepFresh(part: HTMLElement): void {
  const again = async () => {
    if (!document.hidden && !part.contains(document.activeElement)) await draw(part).catch(() => undefined);
    setTimeout(() => void again(), every);
  };
  setTimeout(() => void again(), every);
}

async function draw(part: HTMLElement): Promise<void> {
  const answer = await fetch(location.pathname + location.search, { credentials: 'same-origin', signal: AbortSignal.timeout(patience) });
  // A sign-in page, say, is no newer state of this part.
  const now = answer.ok ? new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById(part.id) : null;
  if (now === null || part.contains(document.activeElement)) return;
  for (const open of part.querySelectorAll<HTMLDetailsElement>('details[id]')) {
    const next = now.querySelector(`#${CSS.escape(open.id)}`);
    if (next instanceof HTMLElement) next.toggleAttribute('open', open.open);
  }
  part.replaceChildren(...now.childNodes);
}
