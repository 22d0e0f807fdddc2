/** @module A recorder of this world's calls: what the rooms know, handed to the one that makes the lines. */

import { type Clock, Failure, type Random, say } from '../base/index.ts';
import type { Control } from '../control/index.ts';
import type { Recording } from '../doors/index.ts';
import { createRecorder, type SeenCard } from '../tools/index.ts';

/** For the doors. Real values are refused where the world is a live one. */
export function recorderOf(options: {
  readonly control: Control;
  readonly clock: Clock;
  readonly random: Random;
  /** The simulated world's own switches; a live one is asked what it has seen. */
  readonly links?: () => { readonly centre: boolean; readonly sam: boolean };
}): (wanted: { readonly withData: boolean }) => Promise<Recording> {
  const { control, clock, random } = options;
  return async ({ withData }) => {
    const status = await control.status();
    if (withData && !status.simulated)
      throw new Failure(4029, {
        kind: 'live',
        why: say({
          zh: '只有模擬世界才能錄製未替換的資料',
          en: 'values are recorded as they are in a simulated world only',
        }),
        todo: say({ zh: '請去掉 --with-data', en: 'leave --with-data away' }),
      });
    const cards: SeenCard[] = [];
    for (const slot of status.slots.filter((one) => one.present))
      cards.push({ ...(await control.publicZone(slot.name).catch(() => undefined)), slot: slot.name });
    const { profile, version, simulated, offlineMode } = status;
    const recorder = createRecorder({
      random,
      started: clock.now(),
      about: { profile, version, simulated, offlineMode, samVerified: status.sam.state === 2 },
      withData,
      cards,
      links: options.links ?? (() => status.links),
      now: clock.now,
    });
    return { header: recorder.header, lines: recorder, end: recorder.end };
  };
}
