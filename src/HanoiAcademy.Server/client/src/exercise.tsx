import './exercise/exercise.css';
import './exercise/paper.css';
import './exercise/report.css';
import { render } from 'preact';
import { keepFresh } from './exercise/fresh';
import { Wall } from './exercise/Wall';
import { WallWatch } from './exercise/watch';
import { loadTexts } from './texts/texts';

const wall = document.getElementById('wall');
if (wall !== null) void watchWall(wall);

for (const part of document.querySelectorAll<HTMLElement>('[data-fresh]')) keepFresh(part);

for (const button of document.querySelectorAll<HTMLElement>('[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => window.print());
}

/** The table that the page brought along stays until the first answer is there, and for good where no script runs. */
async function watchWall(root: HTMLElement): Promise<void> {
  const tag = document.documentElement.lang || 'en';
  await loadTexts(`/i18n/${encodeURIComponent(document.documentElement.dataset['ui'] ?? tag)}/client.json`, tag);
  const watch = new WallWatch(`/api/v1/exercises/${encodeURIComponent(root.dataset['exercise'] ?? '')}/wall`);
  watch.onFirst = () => {
    root.hidden = false;
    for (const id of ['plain-wall', 'look-again']) document.getElementById(id)?.setAttribute('hidden', '');
    render(<Wall watch={watch} />, root);
  };
  watch.start();
}
