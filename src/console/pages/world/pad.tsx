/** @module A dedicated reader beside its slots: what its pad shows, and its own clock. Its keys are in the PIN's dialog. */

import { t } from '../../words.ts';
import { fieldOfWall, wallOfRoc } from './clock.ts';
import { worldState } from './model.ts';
import type { WorldState } from './types.ts';

export function Pad({ reader }: { readonly reader: WorldState['readers'][number] }) {
  const { pad, now } = reader;
  const slow = Math.round((wallOfRoc(worldState.value?.now ?? now) - wallOfRoc(now)) / 1000);
  return (
    <p class="pad">
      <span>
        {pad === null
          ? t('按鍵：沒有在等密碼', 'Pad: it waits for no PIN')
          : t(
              `按鍵：${pad.prompt}（${pad.min} 到 ${pad.max} 位）`,
              `Pad: ${pad.prompt} (${pad.min} to ${pad.max} digits)`,
            )}
      </span>
      <span>
        {t('讀卡機的時鐘', "The reader's clock")} {fieldOfWall(wallOfRoc(now)).replace('T', ' ')}
        {Math.abs(slow) > 1 &&
          (slow > 0 ? t(`，慢 ${slow} 秒`, `, ${slow} s slow`) : t(`，快 ${-slow} 秒`, `, ${-slow} s fast`))}
      </span>
    </p>
  );
}
