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
  | 'people'
  | 'power';

export interface WorldControl {
  state(): Promise<unknown>;
  act(action: WorldAction, body: { readonly [name: string]: unknown }): Promise<unknown>;
  /** Told that something of the state has changed, soon after it did. */
  watch(listener: () => void): () => void;
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
  'people',
  'power',
];
