/** @module 函式 */

import { t } from '../words.ts';

export default function Explorer() {
  return <h1>{t('函式', 'Explorer')}</h1>;
}
