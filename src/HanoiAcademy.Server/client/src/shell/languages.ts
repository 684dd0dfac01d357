export interface Language {
  id: string;
  name: string;
}

/** The languages of the site, as the page told them. */
export const languages: Language[] = [];
