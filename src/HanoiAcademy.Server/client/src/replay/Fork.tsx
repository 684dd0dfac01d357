/** How one may play on from here. */
export interface ForkChoice {
  /** With people: the page that makes it. */
  withPeople: boolean;
  /** Roles one may play alone, "team.role" with its name; none: not alone. */
  alone: { role: string; name: string }[];
}
