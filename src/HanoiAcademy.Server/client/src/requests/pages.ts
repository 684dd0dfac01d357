import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

/** On a phone the paper is read and written a section a page; wider screens show all of them. */
export const PageContext = createContext<string>('');

/** The class of a section: the page that a phone shows now, or another. */
export function usePage(id: string): string {
  return useContext(PageContext) === id ? 'leaf is-leaf' : 'leaf';
}
