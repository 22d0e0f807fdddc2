/** @module 呼叫紀錄 */

import { t } from '../words.ts';

export default function Trace() {
  return <h1>{t('呼叫紀錄', 'Trace')}</h1>;
}
