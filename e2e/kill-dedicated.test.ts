// kill -9 at a counter with a dedicated reader (3.5): with control the module card loses its power, each time.
// deadline: 280
import { killTests } from '../test/support/kill.ts';

killTests('3.5', 8);
