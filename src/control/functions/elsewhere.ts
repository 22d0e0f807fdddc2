/**
 * @module What only NHI's own services and keys can do: certificates of professionals, the security module's inside, the
 * health card's applet. The functions are there, so that a program that binds them starts; each says that it is not here.
 */

import { Failure, say } from '../../base/index.ts';
import type { PlainFunction, Written } from '../context.ts';

const elsewhere: PlainFunction = {
  kind: 'plain',
  async run() {
    throw new Failure(-1, {
      kind: 'not-here',
      why: say({
        zh: '這項功能需要健保署自己的服務或金鑰，本軟體不提供',
        en: "this needs NHI's own services or keys: it is not done here",
      }),
      todo: say({ zh: '請使用健保署的控制軟體', en: "use NHI's own control software" }),
    });
  },
};

export const notHere: { readonly [api: string]: Written } = {
  HCA_GNFuncCall: elsewhere,
  csEnableHCAAPI: elsewhere,
  csDisableHCAAPI: elsewhere,
  hisGetSam0: elsewhere,
  csDownloadHCApplet: elsewhere,
};
