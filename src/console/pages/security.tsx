/** @module 安全模組 */

import { t } from '../words.ts';

export default function Security() {
  return <h1>{t('安全模組', 'Security module')}</h1>;
}
