/** What somebody is in the control room; it is the second part of his seat ("control.local.bank.1"). */
export type ControlRole = 'director' | 'lead' | 'local' | 'simcell' | 'evaluator' | 'observer';

export type Power = 'run' | 'pause' | 'end' | 'steer' | 'plans' | 'reply' | 'note' | 'mark' | 'tick' | 'seats' | 'share' | 'appoint' | 'void' | 'remove';

// The rules refuse the same (Drills/Control/Permissions): here it only keeps what cannot be done off the screen.
const powers: Record<ControlRole, readonly Power[]> = {
  director: ['run', 'pause', 'end', 'steer', 'plans', 'reply', 'note', 'mark', 'tick', 'seats', 'share', 'appoint', 'void', 'remove'],
  lead: ['run', 'pause', 'steer', 'plans', 'reply', 'note', 'mark', 'tick', 'seats', 'share'],
  local: ['pause', 'steer', 'reply', 'note', 'tick'],
  simcell: ['pause', 'steer', 'plans', 'reply', 'note', 'tick'],
  evaluator: ['note', 'mark', 'tick'],
  observer: [],
};

export function roleOf(seat: string): ControlRole {
  const role = seat.split('.')[1] ?? '';
  return role in powers ? (role as ControlRole) : 'observer';
}

export function may(seat: string, power: Power): boolean {
  return powers[roleOf(seat)].includes(power);
}

/** The team of a local controller. */
export function localTeam(seat: string): string | null {
  return roleOf(seat) === 'local' ? (seat.split('.')[2] ?? null) : null;
}
