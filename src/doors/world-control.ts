/** @module What the doors may do to a simulated world; a live installation hands nothing. */

export type WorldAction =
  | 'insert'
  | 'remove'
  | 'new'
  | 'show'
  | 'edit'
  | 'network'
  | 'clock'
  | 'fault'
  | 'offline'
  | 'pad'
  | 'power';

export interface WorldControl {
  state(): Promise<unknown>;
  act(action: WorldAction, body: { readonly [name: string]: unknown }): Promise<unknown>;
}
export const worldActions: readonly WorldAction[] = [
  'insert',
  'remove',
  'new',
  'show',
  'edit',
  'network',
  'clock',
  'fault',
  'offline',
  'pad',
  'power',
];
