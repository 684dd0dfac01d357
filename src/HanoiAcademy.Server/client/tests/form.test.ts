import { expect, test } from 'vitest';
import type { FormView, RequestForm } from '../src/contract/records';
import type { Session } from '../src/link/session';
import { advised, changed, emptyForm, formOf, kindsOf, moveOf, required } from '../src/requests/form';

const form = (id: string, fields: FormView['fields']): FormView =>
  ({ kind: 'form', id, fields, header: ['person'], channels: ['police'], bases: ['police'], classes: ['traffic'], answers: ['grant', 'needs-mla'], grounds: [], asksProperty: false, law: [] });

const session = (...forms: FormView[]) => ({ one: (_: string, id: string) => forms.find((one) => one.id === id), all: () => forms }) as unknown as Session;

test('The form of a kind is what the server says it is, whatever the kind', () => {
  const inquiry = form('inquiry', [{ id: 'persons', long: true, advised: false }, { id: 'confidential', long: false, advised: true }]);
  const here = session(inquiry, form('freeze', []));
  expect(kindsOf(here)).toEqual(['inquiry', 'freeze']);
  expect(required(formOf(here, 'inquiry')).map((field) => field.id)).toEqual(['persons']);
  expect(advised(formOf(here, 'inquiry')).map((field) => field.id)).toEqual(['confidential']);
});

test('A kind that this drill does not know draws nothing and breaks nothing', () => {
  expect(formOf(session(), 'mla').fields).toEqual([]);
});

test('What an answer asks for on the screen follows from what it does', () => {
  expect(['grant', 'grant-with-conditions', 'order-needed', 'moved-on', 'needs-mla', 'consult'].map(moveOf)).toEqual(['grant', 'grant', 'return', 'tell', 'refuse', 'consult']);
});

test('Another kind is a change that the authoriser sees marked', () => {
  const before: RequestForm = emptyForm('inquiry', 'desk', []);
  expect([...changed(before, { ...before, kind: 'mla', scope: { ...before.scope, amount: 400 } })]).toEqual(['kind', 'scope']);
});
