import { useEffect, useRef } from 'preact/hooks';
import { forgetMine } from './mine';

// What the server drew beside the live screen (a join code, a form to leave): taken up before the screen covers the page, and put back
// where it belongs, with its forms as they are.
let nodes: Element[] = [];

export function carry(root: Element): void {
  nodes = [...(root.parentElement?.children ?? [])].filter((node) => node !== root && node.tagName !== 'SCRIPT' && !node.classList.contains('exercise-banner'));
  for (const node of nodes) node.querySelector('form[action*="handler=Leave"]')?.addEventListener('submit', forgetMine);
  for (const node of nodes) if (node.matches('form[action*="handler=Leave"]')) node.addEventListener('submit', forgetMine);
  for (const node of [...(root.parentElement?.children ?? [])]) if (node !== root && node.tagName !== 'SCRIPT') node.remove();
}

export function Carried() {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.append(...nodes), []);
  return <div class="carried" ref={place} />;
}
