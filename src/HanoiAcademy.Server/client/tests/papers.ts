import type { RequestForm, RequestStep, RequestView } from '../src/contract/records';
import { emptyForm } from '../src/requests/form';

// Papers for tests of the desk.
export const form: RequestForm = { ...emptyForm('preservation', 'desk', []), fields: { offence: 'Fraud' } };
export const step = (what: string, by = 'desk.officer.1', at = 0): RequestStep => ({ at, what, by });

export function request(over: Partial<RequestView> = {}): RequestView {
  return {
    kind: 'request', id: 'r', direction: 'out', revision: 1, form, fromName: 'Sundara desk', toName: 'Kivara desk', fromState: 'Sundara', toState: 'Kivara',
    status: 'draft', hasIt: 'Sundara desk', missing: [], acts: [], history: [step('draft')], handed: [], ...over,
  };
}
