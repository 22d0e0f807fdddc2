/** @module 當日 */

import { t } from '../words.ts';

export default function Day() {
  return <h1>{t('當日', 'Day')}</h1>;
}
