/** @module 模擬世界 */

import { t } from '../words.ts';

export default function World() {
  return <h1>{t('模擬世界', 'World')}</h1>;
}
