/** @module 說明 */

import { t } from '../words.ts';

export default function Help() {
  return <h1>{t('說明', 'Help')}</h1>;
}
