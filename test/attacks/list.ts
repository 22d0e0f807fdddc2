/**
 * @module The attacks on a card program of one's own machine, against every door: the tests that send each, or why it
 * cannot be sent there. Long: one table. SECURITY.md's table is made of it (npm run docs:attacks).
 */

import type { DoorId } from './doors.ts';

export interface TestRef {
  readonly file: string;
  /** As it stands in the file, without what is put in when it runs. */
  readonly test: string;
}
export type Cell = readonly TestRef[] | string;
export interface Attack {
  readonly no: number;
  readonly zh: string;
  readonly en: string;
  readonly refusedBy: string;
  readonly cells: { readonly [D in DoorId]: Cell };
}

const of =
  (file: string) =>
  (...tests: string[]): TestRef[] =>
    tests.map((test) => ({ file, test }));
const http = of('src/doors/http/attacks.test.ts');
const httpDoor = of('src/doors/http/door.test.ts');
const pages = of('src/doors/http/pages.test.ts');
const guard = of('src/doors/http/guard.test.ts');
const native = of('src/doors/native/native.test.ts');
const tcp = of('src/doors/native/tcp.test.ts');
const component = of('src/doors/component/attacks.test.ts');
const componentPorts = of('src/doors/component/component.test.ts');
const centre = of('src/centre/server/attacks.test.ts');
const site = of('src/centre/server/vpn/attacks.test.ts');
const vpn = of('e2e/vpn.test.ts');
const moduleDoor = of('src/sam/console/server.test.ts');
const cloud = of('src/sam/console/cloud-sam.test.ts');
const client = of('src/client/client.test.ts');
const tokens = of('src/doors/tokens.test.ts');
const otherUser = of('src/doors/http/other-user.test.ts');
const pairing = of('src/doors/pairing.test.ts');
const origins = of('src/doors/origins.test.ts');
const load = of('e2e/doors-load.test.ts');
const doorsE2e = of('e2e/doors.test.ts');
const trouble = of('src/control/q13.test.ts');
const card = of('src/card/card.test.ts');
const apdu = of('src/codec/apdu.test.ts');
const programs = of('src/desktop/own-programs.test.ts');
const backup = of('src/main/backup.test.ts');
const leaf = of('src/main/leaf.test.ts');
const desktop = of('e2e/desktop.test.ts');
const packages = of('e2e/packages.test.ts');
const link = of('src/desktop/link.test.ts');
const consolePin = of('e2e/console-pin.test.ts');
const consolePage = of('e2e/console.test.ts');
const libraryTrouble = of('e2e/library-trouble.test.ts');
const libraryHard = of('e2e/library-hard.test.ts');
const libraryBuild = of('e2e/library-build.test.ts');
const pcscd = of('e2e/pcscd/inside.ts');
const canary = of('e2e/canary.test.ts');
const logIn = of('src/control/log-in.test.ts');
const kill = of('test/support/kill.ts');

const httpAll =
  'every attack on every route and function is refused, changes nothing, and hears the same with and without a card';
const componentAll = 'every attack is refused in the same bytes, whatever is in the reader, and touches no card';
const centreForeign =
  'what comes from pages, by another name or through a proxy is refused on every path, and told nothing';
const siteForeign =
  'what comes from other pages, by another name or through a proxy is refused on every path of the site';
const siteBad = 'a post without an origin, of another type, too large, or that is no JSON does nothing';
const siteNonce = 'a nonce is good once, for five minutes, for its own window; a signature for its own site alone';
const centreSigned =
  'what is not signed for exactly this request, now, by a key that is good, is refused on every path';
const nativeStrangers = 'whoever does not know the token, or says anything else first, hears a nonce and nothing more';
const tcpStrangers = 'whoever does not know the token hears a nonce and nothing more, whatever he says';
const moduleStrangers =
  'no proof, another’s, one of an earlier connection, a mirrored one, or another protocol: no call gets through';

const noPage = 'no page reaches it: it is no server';
const noName = 'it is reached by a path of the file system, not by a name';
const caller = 'it is the caller: the door that it asks refuses';
const afterHello = 'after the hello it is the native socket’s own code';
const tellsOnly = 'it tells of events and takes no call';
const noSigning = 'it signs nothing: the security module does';
const noPin = 'no PIN passes it';
const noApdu = 'it takes no card command in any form';
const noCard = 'it reads no card';
const noListening = 'it listens nowhere';
const noToken = 'it takes no token';
const noCertificate = 'it has no certificate';
const noUpdate = 'it installs and loads nothing';
const noUninstall = 'it leaves nothing outside of its world’s folder and its own process';

/** Doors that share a cell are named together. */
function cells(given: { readonly [names: string]: Cell }): Attack['cells'] {
  return Object.fromEntries(
    Object.entries(given).flatMap(([names, cell]) => names.split(' ').map((name) => [name, cell])),
  ) as Attack['cells'];
}

export const attacks: readonly Attack[] = [
  {
    no: 1,
    zh: 'DNS 重新綁定',
    en: 'DNS rebinding',
    refusedBy: 'Host must be one of the own names with the own port, once; no absolute form, no HTTP/1.0',
    cells: cells({
      site: site(siteForeign),
      'http websocket': [...http(httpAll), ...guard('no Host but our own three is ever let in')],
      component: component(componentAll),
      centre: centre(centreForeign),
      tcp: tcp('a web page that speaks HTTP to it hears a nonce and nothing more'),
      'native module': noName,
      'sdk console': caller,
      'library card desktop files': noPage,
    }),
  },
  {
    no: 2,
    zh: '跨站請求偽造',
    en: 'cross-site request forgery',
    refusedBy:
      'a header that no form can send, a content type that needs asking, Origin and Sec-Fetch-Site; GET changes nothing',
    cells: cells({
      site: site(siteForeign, siteBad),
      'http websocket': http(httpAll, 'asking by GET changes nothing'),
      component: component(componentAll),
      centre: centre(centreForeign),
      tcp: tcp(tcpStrangers),
      native: native(nativeStrangers),
      module: moduleDoor(moduleStrangers),
      desktop: link('nothing but the literal acts'),
      'sdk console': caller,
      'library card files': noPage,
    }),
  },
  {
    no: 3,
    zh: '跨來源 WebSocket',
    en: 'cross-origin WebSocket',
    refusedBy: 'the whole Origin is compared, before 101; a token beside it',
    cells: cells({
      site: site(siteForeign),
      'http websocket': [
        ...http(httpAll, 'a program without an Origin needs its token for events; a page of our own origin gets in'),
        ...guard('no Origin but that of the Host is ever let in'),
      ],
      component: component(componentAll, 'a socket of an origin that is revoked is closed at once'),
      tcp: tcp(tcpStrangers),
      centre: centre(centreForeign),
      'native module': 'a browser opens no such socket',
      'sdk console': caller,
      'library card desktop files': noPage,
    }),
  },
  {
    no: 4,
    zh: '寬鬆的 CORS',
    en: 'permissive CORS',
    refusedBy: 'no answer is readable but to an origin that was let in; never * and never credentials; Vary: Origin',
    cells: cells({
      site: site(siteForeign),
      'http websocket': [
        ...http(httpAll),
        ...pages(
          'a page that was let in reads its answers and its refusals, and never more than its own routes',
          'private network access is granted in a preflight, to whom the route is open',
        ),
        ...guard('a browser is told beforehand what a page that was let in may send, and nothing of the other routes'),
      ],
      component: component(componentAll, 'the same requests without an attack get in'),
      centre: centre(centreForeign),
      'native tcp module': 'it speaks no HTTP, and so no CORS',
      'sdk console': caller,
      'library card desktop files': noPage,
    }),
  },
  {
    no: 5,
    zh: '探知有無卡片',
    en: 'presence fingerprinting',
    refusedBy: 'one refusal, the same bytes in about the same time, whatever the state',
    cells: cells({
      site: 'it knows of no reader',
      'http websocket': [
        ...http(httpAll),
        ...pages(
          'an unknown origin hears the same bytes, whatever it asks, with which token, and whatever card is in',
          'the time that a refusal takes says nothing of cards, on any route: about the same with and without one',
        ),
      ],
      component: component(
        componentAll,
        'a refusal takes as long with a card as without, and while a PIN is waited for',
      ),
      native: native(nativeStrangers),
      tcp: tcp(tcpStrangers),
      module: moduleDoor(moduleStrangers),
      centre: 'it knows of no reader',
      desktop: link('nothing but the literal acts'),
      'sdk console library': caller,
      'card files': noPage,
    }),
  },
  {
    no: 6,
    zh: '對外監聽',
    en: 'listening beyond loopback',
    refusedBy: 'addresses are written into the program; peers beyond loopback and what passed a proxy are refused',
    cells: cells({
      site: site(siteForeign),
      'http websocket': [
        ...http('all that this process listens on is 127.0.0.1 and ::1', httpAll),
        ...guard('no peer but this machine, no other protocol version, no unknown path'),
      ],
      component: [
        ...componentPorts(
          'switched on it listens on 127.0.0.1 and ::1 alone, at its three ports; switched off at none',
        ),
        ...component(componentAll),
      ],
      centre: [...http('all that this process listens on is 127.0.0.1 and ::1'), ...centre(centreForeign)],
      tcp: tcp('the second face takes the same hello, on the loopback address alone'),
      native: native('the socket is its user’s own'),
      module: moduleDoor('the socket is its user’s own'),
      'sdk library card console desktop files': noListening,
    }),
  },
  {
    no: 7,
    zh: '搶佔連接埠',
    en: 'port squatting',
    refusedBy: 'a taken port is a failure, never a silent move; the server proves itself before it is told anything',
    cells: cells({
      site: 'whoever takes its port is another site: what is signed is for the origin that the browser names',
      'http websocket': [
        ...http('a taken port is a clear failure, on IPv4 and on IPv6, and nothing stays open'),
        ...doorsE2e('a port that another program holds is a failure in words, and nothing is served elsewhere'),
      ],
      component: componentPorts(
        'whoever holds one of its ports, on IPv4 or IPv6, is not joined: it says so, and opens none',
      ),
      native: native(
        'a path that somebody answers on is a clear failure; a socket left over is taken away',
        'whoever took the path and does not know the token is refused, and learns no token and no call',
      ),
      tcp: tcp('a port that another program holds is a failure, and nothing is served elsewhere'),
      centre: cloud('whoever sits where the service was cannot prove himself, and nothing that he says is kept'),
      module: moduleDoor(
        'whoever took the socket of the module hears no call, and what he says ends nothing but the connection',
      ),
      sdk: [
        ...client('whoever took the port hears no token, whatever he answers'),
        ...pairing('a proof is for this nonce, this origin and this port, by the key that was compared'),
      ],
      library: libraryTrouble(
        'whoever sits on the path without the token, or says nothing, hears no call',
        'a discovery file that is not its user’s alone, a link, of a dead process, or no JSON is none',
      ),
      console: otherUser('a console’s token is good for its own user alone'),
      'card desktop files': noListening,
    }),
  },
  {
    no: 8,
    zh: '權杖竊取與重送',
    en: 'token theft and replay',
    refusedBy:
      'tokens are bound to origin, role and run; codes and nonces are taken once, for minutes; none in URLs, logs or files',
    cells: cells({
      site: vpn(siteNonce),
      'http websocket': [
        ...http(httpAll, 'a program cannot make itself an operator by a link of its own'),
        ...tokens(
          'a one-use code is used once, and never after five minutes',
          'a console outlives a restart; what is kept gives nobody a token; after a week it has ended',
        ),
        ...otherUser('a console’s token is good for its own user alone'),
        ...origins('revoked is out at once, and after a restart; what else it was let in for stays'),
        ...doorsE2e(
          'started again the tokens are new, and the old ones are nobody’s',
          'no token, PIN or link stands in anything that the world writes besides the discovery file',
        ),
      ],
      native: native('a recorded hello opens nothing when it is said again'),
      tcp: tcp(tcpStrangers),
      component: logIn(': a health card logs in; the directory alone verifies it, for this origin and nonce only'),
      centre: centre(
        'a signed request is taken once, whatever path it goes to next, and never after its key was withdrawn',
        centreSigned,
      ),
      module: moduleDoor(moduleStrangers),
      sdk: [
        ...client('a page pairs, is known by the proof, and is nobody once it was taken back'),
        ...pairing('a nonce is taken once, from the origin that began, with the whole of its bytes'),
      ],
      library: libraryTrouble('whoever sits on the path without the token, or says nothing, hears no call'),
      console: consolePage('a link opens the console once, and leaves nothing in the address'),
      desktop: of('src/desktop/browser.test.ts')('where others see arguments the browser gets a page, else the link'),
      'card files': noToken,
    }),
  },
  {
    no: 9,
    zh: '自稱的來源',
    en: 'origin as a parameter',
    refusedBy: 'the origin is the browser’s header, the program is the token’s or the system’s; no field says either',
    cells: cells({
      site: vpn(siteNonce),
      'http websocket': [
        ...http('whatever a body says, the program that is written down is that of the token'),
        ...pages('whatever a body says, the origin that is asked about and written down is the header’s'),
      ],
      component: component('nothing that a page sends changes whose request it is'),
      native: native('a session belongs to the process that the system names, not to the one that the client claims'),
      tcp: 'no system tells there who speaks: process and program are what a client claims that knows the token (SECURITY.md)',
      centre: centre(centreSigned),
      sdk: 'it sends no origin: the browser does',
      console: consolePin('the dialog names the origin that asks, and closes when its page leaves'),
      desktop: link('nothing but the literal acts'),
      module: 'it has one client',
      'library card files': noPage,
    }),
  },
  {
    no: 10,
    zh: '惡意更新',
    en: 'malicious update',
    refusedBy:
      'nothing updates itself; a package is installed only with a release key’s signature, never an older one; backups are checked as a whole; newer formats are left alone',
    cells: cells({
      site: noUpdate,
      files: [
        ...backup(
          'one changed byte in a file of any kind is refused',
          'two kinds of file in one are refused: something before it, behind it, or in its head',
          'no name leads out of the folder, to a file that a backup never holds, or to one file twice',
          'a link in a world is not followed into a backup',
          'unaltered it is restored, with nothing that could be run',
        ),
        ...packages('an upgrade ', 'an older version is refused in words, by the program and by dpkg'),
        ...of('src/care/install/signature.test.ts')('one changed byte anywhere is refused'),
        ...of('tools/packages/npm-packages.test.ts')('a library that is not what the lock names is refused'),
        ...of('src/journal/open-journal.test.ts')('a journal of a newer format is refused and left as it is'),
        ...of('e2e/trouble.test.ts')('a card image of a newer format is left alone, and said so'),
        ...libraryBuild(' is the same twice, to the byte'),
      ],
      card: card('a newer or damaged image is refused with a clear sentence'),
      'http websocket native tcp component centre module sdk console desktop': noUpdate,
      library: libraryBuild(' is the same twice, to the byte'),
    }),
  },
  {
    no: 11,
    zh: '劫持載入的程式庫',
    en: 'library and path hijack',
    refusedBy: 'system programs and libraries of Windows by full path; nothing is looked for in the current folder',
    cells: cells({
      site: 'it loads no library',
      desktop: [
        ...programs('no program and no library of Windows is named without its folder'),
        ...of('src/desktop/program.test.ts')('a command line of Windows says what was meant, for every path'),
        ...desktop('a home whose path holds spaces, quotes and Chinese is no trouble'),
      ],
      card: programs('a PC/SC library that lies in the current folder, and a module beside it, are not loaded'),
      library: [
        ...programs('the library that a HIS loads opens no other library'),
        ...libraryBuild('needs nothing that Windows does not have, and has a version and a manifest'),
      ],
      files: packages('nobody but root can write what is installed, and the service is not root'),
      'http websocket native tcp component centre module sdk console': 'it loads no library',
    }),
  },
  {
    no: 12,
    zh: '讀卡途中插手、換卡',
    en: 'interleaving, swapped card',
    refusedBy: 'a transaction for each use of a card; status word and length of every reply; the insertion is compared',
    cells: cells({
      site: noCard,
      card: [
        ...pcscd('another program cannot come between two commands of a transaction'),
        ...of('e2e/pcscd/side-by-side.ts')(
          'in turn: each reads the same card as often as it likes, and our rights are never left open',
        ),
        ...card('a card that answers more or fewer bytes than were asked for is refused, whatever it says'),
        ...of('src/control/tear.test.ts')(' torn at every APDU is all there or not at all'),
      ],
      'http sdk console': client('the whole walk of a registration, bound to the card that was seen'),
      websocket: tellsOnly,
      module: of('src/control/dedicated.test.ts')(
        'the module torn out at every one of its APDUs: the visit is all there or not at all',
      ),
      library: libraryHard(
        'against a world, whose card is pulled and put back, and whose control software is killed meanwhile',
      ),
      'native tcp': 'a call is one use of the card under the kernel’s transaction, whatever door it came by',
      component: 'a call is one use of the card under the kernel’s transaction, whatever door it came by',
      'centre desktop files': noCard,
    }),
  },
  {
    no: 13,
    zh: '繞過密碼、沿用密碼狀態',
    en: 'PIN caching and bypass',
    refusedBy: 'no PIN is kept; what it opened belongs to one process and one insertion; tries are read first',
    cells: cells({
      site: noPin,
      card: [
        ...card('a PIN locks at three; tearing gives no free guess; no PIN is not an empty PIN'),
        ...trouble(
          'a zero-length or lettered PIN is no PIN, and costs no try',
          'a PIN that was given is gone with the card, with a reset, and for every other process',
        ),
      ],
      websocket: tellsOnly,
      tcp: afterHello,
      http: httpDoor('the call that needs a PIN waits for it, and asks once for an insertion'),
      native: [
        ...native('PINs of a process are forgotten when it is gone, not when it hangs up'),
        ...doorsE2e('a call that is remembered for its process is not another process’s'),
      ],
      component: logIn(
        'a health card with a PIN wants it; wrong, cancelled, locked and missing cards have their codes',
      ),
      console: consolePin('what is typed stands nowhere afterwards; the last try is not spent without consent'),
      library: of('e2e/pcscd/side-by-side.ts')(
        'in turn: each reads the same card as often as it likes, and our rights are never left open',
      ),
      module: of('src/control/dedicated.test.ts')(
        'a reset of the reader, of the module, or the module torn out: nothing verified is left, no PIN either',
      ),
      sdk: noPin,
      'centre desktop files': noPin,
    }),
  },
  {
    no: 14,
    zh: '竊取密碼、假視窗',
    en: 'PIN capture, stale dialogs',
    refusedBy:
      'the pad where there is one; the dialog names who asks and closes with it; a compromised account is out of scope',
    cells: cells({
      site: noPin,
      console: consolePin(
        'the dialog names the origin that asks, and closes when its page leaves',
        'a card that is taken out closes the dialog',
        'a question that comes while the page still reads what there was is not lost',
        'what is typed stands nowhere afterwards; the last try is not spent without consent',
      ),
      websocket: tellsOnly,
      tcp: afterHello,
      http: httpDoor('a caller who hangs up while a PIN is asked for takes the question with him'),
      native: native('cancel ends the waiting for a PIN: 5109'),
      component: logIn('a page that leaves takes its PIN request with it'),
      card: [
        ...trouble('a PIN request ends when its card is taken out'),
        ...of('src/control/dedicated.test.ts')(
          'the PIN is typed on the pad: the operator’s face sees it, may cancel it, and cannot answer it',
        ),
      ],
      files: canary('a counter that was used, refused and cut off has written none of them down'),
      library: 'it sees no PIN: it is typed in the console or on the pad',
      sdk: noPin,
      'centre module desktop': noPin,
    }),
  },
  {
    no: 15,
    zh: '注入卡片命令',
    en: 'APDU injection',
    refusedBy: 'no route takes a card command; what is sent is in a list, by class, instruction, parameters and length',
    cells: cells({
      site: noApdu,
      card: apdu('attacks 15: nothing but the listed commands passes, whatever the bytes'),
      'http websocket': httpDoor('no JSON, to whatever route, makes a command outside the list reach a card'),
      component: component(componentAll),
      native: native('each role has the operations of its row and no others'),
      tcp: afterHello,
      module: moduleDoor('with the token only what is in the list can be called'),
      'centre sdk library console desktop files': noApdu,
    }),
  },
  {
    no: 16,
    zh: '惡意卡片',
    en: 'malicious card',
    refusedBy: 'what a card answers is bounded before it is read; fuzzed',
    cells: cells({
      site: noCard,
      card: [
        ...apdu(
          'attacks 16: whatever a card answers, it is a response or card-answer, within the bound',
          'CVE-2025-49010: an endless 61xx stops, and an answer longer than was asked for is refused',
        ),
        ...of('src/codec/atr.test.ts')(
          'CVE-2025-66038: any bytes are an ATR or undefined, and historical bytes stay inside it',
        ),
        ...of('src/codec/tlv.test.ts')(
          'attacks 16: any bytes, cut or changed, are objects inside their bounds or undefined',
          'indefinite, huge, truncated and endlessly nested objects are undefined',
        ),
        ...of('src/codec/certificate.test.ts')('any bytes are a certificate or 4071'),
        ...of('src/control/reading.test.ts')(
          'a card of any bytes is read all the same: whole buffers, codes that the sections list',
        ),
        ...of('e2e/fuzz.test.ts')(': only our own refusals'),
        ...pcscd('a card that answers "more to come" for ever is given up'),
      ],
      module: of('src/card/sam-card.test.ts')(': refused, and nothing is verified'),
      'http websocket native tcp component sdk library console':
        'it is given checked records, never a card’s bytes as they came',
      'centre desktop files': noCard,
    }),
  },
  {
    no: 17,
    zh: '畸形或過大的輸入',
    en: 'malformed and oversized input',
    refusedBy: 'limits of bodies, frames, headers, times and connections; the longest idle makes room for the newest',
    cells: cells({
      site: site(siteBad),
      http: [
        ...http(httpAll),
        ...load(
          '1,500 connections that say nothing keep nobody out',
          '300 requests that never come to an end keep nobody out, and are ended',
          '100 MB of a body are not taken in, said or unsaid',
          '1,000 bad bodies in a row change nothing for the others',
        ),
      ],
      websocket: load(
        'WebSocket frames: too large, in too many parts, unmasked or of no kind end their own connection',
        '500 refused upgrades leave no connection open',
      ),
      native: [
        ...load('200 connections of the native door that never say hello keep nobody out'),
        ...native(
          'a frame that is too long, of no type, or cannot be read ends its own connection and no other',
          'a client that says nothing, or half of its proof, is dropped',
          'a client that asks and never reads is cut off',
        ),
      ],
      tcp: tcp(tcpStrangers, 'connections that say nothing, or half a proof, keep nobody out'),
      component: component(componentAll, 'idle connections and slow ones keep nobody out'),
      centre: centre(
        'bodies too large, deep, of no JSON or with names of prototypes end as refusals, and the centre goes on',
        'idle connections and slow ones keep nobody out of the centre',
      ),
      module: moduleDoor(
        'whatever is said first, nothing gets through and the door goes on',
        'idle and silent connections keep control out of nothing',
      ),
      sdk: client('whoever took the port hears no token, whatever he answers'),
      library: [
        ...libraryHard('against a daemon that lies in every way'),
        ...of('e2e/library-fuzz.test.ts')('no bytes of the other side make the library leave a buffer'),
      ],
      desktop: [
        ...link('nothing but the literal acts'),
        ...of('src/desktop/tray/child.test.ts')(
          'a helper that is not there, complains, or says nothing sensible is no tray, in words',
        ),
      ],
      files: backup('a changed byte of the packed file, an end that is missing, and no backup at all are refused'),
      console: 'what it shows comes from its own server, and is text, never markup (Trusted Types)',
      card: 'row 16',
    }),
  },
  {
    no: 18,
    zh: '誤用 C 介面',
    en: 'C ABI misuse',
    refusedBy:
      'every length is asked for before it is used; on a failure nothing is touched; sanitizers and guard pages',
    cells: cells({
      site: 'it has no C interface',
      library: [
        ...libraryHard(
          'where no daemon is',
          'against a daemon that lies in every way',
          'under the sanitiser of threads, against a daemon that tells the truth',
        ),
        ...libraryTrouble(
          'unloaded while a thread waits inside, it stays until the thread is out',
          'outputs on a code without data, of no parameter, or of an input touch nothing',
        ),
        ...of('e2e/wine.test.ts')(
          'called by the C convention by mistake, a thousand times: right answers, nothing overwritten',
        ),
      ],
      'http websocket native tcp component centre module sdk card console desktop files': 'it has no C interface',
    }),
  },
  {
    no: 19,
    zh: '弄錯病人的兩個視窗',
    en: 'confused client',
    refusedBy: 'a session for each process and token; a handle of the insertion is refused after a change of cards',
    cells: cells({
      site: vpn(siteNonce),
      websocket: tellsOnly,
      'http sdk console': client('the whole walk of a registration, bound to the card that was seen'),
      native: native('clients at once each hear their own answers'),
      tcp: tcp('there the process and the program are the ones that the client names: ours say nothing about Wine’s'),
      component: component('nothing that a page sends changes whose request it is'),
      library: of('e2e/library-world.test.ts')('two programs at once are served, and a visit of each is its own'),
      card: [
        ...of('src/control/dedicated.test.ts')(
          'two readers on one computer: each program has the reader that it opened, with its own module',
        ),
      ],
      'centre module desktop files': 'it knows no windows and no patients of one',
    }),
  },
  {
    no: 20,
    zh: '雲端簽章：重送、換鑰、漏帳',
    en: 'cloud signing',
    refusedBy:
      'prepared in the journal before it is signed; one request id, one signature; the key’s number is inside of what is signed',
    cells: cells({
      site: vpn(siteNonce),
      module: [
        ...cloud(
          'whoever sits where the service was cannot prove himself, and nothing that he says is kept',
          'what was signed names its key; by another key’s number, another algorithm’s mark or version it is not genuine',
          'a module that was withdrawn signs nothing, and keeps no key',
        ),
        ...kill('killed at ', ' random moments (seed '),
        ...of('src/codec/envelope.test.ts')('one changed bit anywhere and it is not ok'),
      ],
      websocket: tellsOnly,
      tcp: afterHello,
      'http console': httpDoor('the same request id over HTTP is the same answer; a new one is a new visit'),
      sdk: client('an answer that broke off is asked for again, and the visit is made once'),
      native: native('an answer that was on its way when the connection broke is found again by its request id'),
      library: libraryTrouble(
        'a daemon that goes in mid-call is asked again, once, by the same id, on a new connection',
      ),
      centre: centre(
        centreSigned,
        'a signed request is taken once, whatever path it goes to next, and never after its key was withdrawn',
      ),
      component: logIn(': a health card logs in; the directory alone verifies it, for this origin and nonce only'),
      'card desktop files': noSigning,
    }),
  },
  {
    no: 21,
    zh: '紀錄外洩',
    en: 'leaks by logs',
    refusedBy: 'no name, number, PIN, identifier, signature or token is logged, in any form; traces are disguised',
    cells: cells({
      site: 'it keeps no log',
      websocket: 'what it writes is written by the HTTP door',
      'http native centre module': canary('a counter that was used, refused and cut off has written none of them down'),
      files: [
        ...canary('the check itself finds a secret in every form'),
        ...of('test/after/canary.test.ts')('the output of the whole suite holds no demonstration person'),
        ...of('src/tools/recorder.test.ts')('no personal value of the run occurs anywhere in the trace, in any form'),
        ...of('e2e/trace.test.ts')('a day is recorded: no person, number, date or signature of it is in the file'),
      ],
      console: consolePin('what is typed stands nowhere afterwards; the last try is not spent without consent'),
      component: logIn(': a health card logs in; the directory alone verifies it, for this origin and nonce only'),
      tcp: afterHello,
      'sdk library card desktop': 'it keeps no log',
    }),
  },
  {
    no: 22,
    zh: '解除安裝的殘留',
    en: 'leftovers and privilege',
    refusedBy:
      'whatever is put into a system is taken out by the same command, byte for byte; no administrator’s right is used',
    cells: cells({
      site: of('e2e/cli.test.ts')(
        'Ctrl-C on start --foreground stops everything that it started and leaves nothing behind',
      ),
      desktop: [
        ...desktop(' is put there, seen, and taken away without a trace'),
        ...of('src/desktop/autostart.test.ts')('nothing is written outside of the own user'),
        ...link('the list of default handlers gets one line, and is afterwards what it was, byte for byte'),
      ],
      component: [
        ...leaf('installed, it is trusted as that one server; removed, nothing of it stays'),
        ...componentPorts(
          'switched on it listens on 127.0.0.1 and ::1 alone, at its three ports; switched off at none',
        ),
      ],
      'http websocket native tcp centre module': of('e2e/cli.test.ts')(
        'Ctrl-C on start --foreground stops everything that it started and leaves nothing behind',
      ),
      files: packages('removed, the journal stays; purged, nothing stays'),
      'sdk library card console': noUninstall,
    }),
  },
  {
    no: 23,
    zh: '濫用本機憑證',
    en: 'local certificate abuse',
    refusedBy:
      'one leaf for this machine’s names, no authority, its key made here and never in a backup; renewed by itself',
    cells: cells({
      site: noCertificate,
      component: [
        ...leaf(
          'installed, it is trusted as that one server; removed, nothing of it stays',
          'it is renewed before its end, by itself, with a new key',
        ),
        ...of('src/codec/leaf-certificate.test.ts')(
          'a leaf is for localhost, 127.0.0.1 and ::1, is no authority, and is signed by its own key',
        ),
      ],
      files: backup('no name leads out of the folder, to a file that a backup never holds, or to one file twice'),
      'http websocket native tcp centre module sdk library card console desktop': noCertificate,
    }),
  },
];
