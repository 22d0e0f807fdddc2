/** @module Every timeout, retry and size of the program, in one frozen place. Times are milliseconds, sizes bytes. */

export const limits = Object.freeze({
  /** One exclusive card transaction. Windows resets a card that idles 5 s in one. */
  cardTransaction: 4_500,
  /** One APDU; a reader that needs longer is treated as hanging (4000). */
  apdu: 3_000,
  /** 61xx / 6Cxx answers followed in one exchange. */
  responseChain: 40,
  /** A PIN that nobody types counts as cancelled (5109). */
  pinEntry: 60_000,
  /** Connecting to the local security module's console process. */
  samConnect: 1_000,
  samCall: 5_000,
  /** One request to the data centre, and to the SAM service beside it. */
  centreCall: 5_000,
  /** A failed self-verification of the SAM is remembered this long before it is tried again. */
  samFailureMemory: 5_000,
  /** Native door: the opening without a daemon must fail within this. */
  nativeConnect: 1_000,
  /** Native door: a `working` frame this often while a call runs. */
  working: 1_000,
  /** Native door: how long a client waits after the last frame it heard. */
  nativeSilence: 5_000,
  /** Largest native frame and HTTP body; files come in pieces. */
  frame: 8_192 * 2,
  httpBody: 8_192 * 2,
  /** A file that comes as the body of a request, and how many may be on their way at once. */
  httpFile: 2 * 1024 ** 3,
  httpFiles: 8,
  /** How long a client may take for one piece of its file. */
  fileAnswer: 30_000,
  /** An upload: its parts, the largest file, how deep its XML nests, the longest text or tag in it (characters). */
  uploadPart: 262_144,
  uploadSize: 4 * 1024 ** 3,
  xmlDepth: 32,
  xmlPiece: 1_048_576,
  /** A part that the network lost is sent again so often, after twice as long each time from `uploadRetryFirst`. */
  uploadRetries: 5,
  uploadRetryFirst: 200,
  /** How far the date of an upload may be from the centre's (9071). */
  uploadDate: 24 * 3_600_000,
  /** How long the centre holds back an answer while it still checks a whole file. */
  uploadCheck: 1_000,
  /** Unfinished uploads of one institution that the centre keeps. */
  uploadsOpen: 32,
  webSocketFrame: 8_192,
  /** A request to the web component's face, and its connections at once. */
  componentBody: 8_192,
  componentConnections: 256,
  /** The doctor: one check, one program of the system that it asks, and the room on the disk below which it speaks. */
  doctorCheck: 4_500,
  doctorProgram: 2_000,
  doctorDiskFree: 200 * 1024 ** 2,
  /** One layer of the network; and from the command to its end, also where everything hangs. */
  doctorLayer: 1_000,
  doctorWhole: 5_000,
  /** How long before their end certificates and day keys are spoken of. */
  doctorBeforeEnd: 30 * 24 * 3_600_000,
  doctorKeysLeft: 7 * 24 * 3_600_000,
  /** An upgrade waits so long for a counter that nobody uses, and looks so often. */
  upgradePatience: 10 * 60_000,
  upgradeLook: 200,
  /** What Wine keeps of its registry, as far as it is read. */
  wineRegistry: 64 * 1024 ** 2,
  /** A library or program of a HIS that is looked into, and programs of one folder. */
  librarySize: 64 * 1024 ** 2,
  libraryPrograms: 40,
  /** How long another program at a known port may take to accept a connection. */
  neighbourProbe: 300,
  /** The local certificate, and how long before its end it is renewed. */
  leafLife: 90 * 24 * 3_600_000,
  leafRenewal: 30 * 24 * 3_600_000,
  /** One-use code of the console link. */
  oneUseCode: 5 * 60_000,
  /** How long a console's tokens are good, also over restarts of the program; its tab forgets them earlier. */
  consoleToken: 7 * 24 * 3_600_000,
  nonce: 5 * 60_000,
  /** A web origin that asks to be let in: how long, how many at once, and how often one and all may ask in a window. */
  originRequest: 120_000,
  originsAsking: 3,
  /** A page that asks and is not heard of for so long has gone. */
  originSilence: 15_000,
  originAsks: 5,
  originAsksOfAll: 20,
  originWindow: 10 * 60_000,
  /** The last use of an origin is written down this often. */
  originUse: 3_600_000,
  /** How far a clock may be behind the card's newest visit or the journal (5005). */
  clockBehind: 5 * 60_000,
  /** Identifier keys kept at the counter: the coming days. */
  identifierKeyDays: 60,
  /** Signing delegations live this long and are renewed at half of it. */
  delegationLife: 24 * 3_600_000,
  certificateLife: 10 * 365 * 24 * 3_600_000,
  /** Newborn attached to a parent's card (5004). */
  newbornDays: 60,
  /** Undo (5154) and cancel (5081) windows. */
  undoWindow: 24 * 3_600_000,
  /** An answer that was never delivered is given again for this long; identifiers without a card are remembered as long. */
  replayMemory: 48 * 3_600_000,
  /** The journal's log is put aside when it has grown by this, and kept for as long as day keys are. */
  journalSegment: 4 * 1024 * 1024,
  /** Days that the list of the journal goes back to, where nobody asks for more. */
  journalShown: 7,
  journalHistory: 62 * 24 * 3_600_000,
  /** How long a log-in's signature is good (VPNH_VerifySign). */
  vpnSignature: 8 * 3_600_000,
  /** Outbox: first wait and longest wait between tries. */
  outboxFirst: 500,
  outboxLongest: 60_000,
  /** How often it is seen whether the data centre is there, while somebody looks on. */
  linkLook: 5_000,
  /** Starting a world until it answers, and stopping it before it is killed. */
  startWithin: 30_000,
  stopWithin: 8_000,
  /** Scenarios: how long a look is asked again, a dead process waited for, and somebody's own program. */
  scenarioLook: 10_000,
  scenarioAgain: 20_000,
  scenarioProgram: 600_000,
  supervisorHeartbeat: 500,
  /** A process that answers nobody is started again within this; so it is ended after a silence that is shorter. */
  supervisorRestartWithin: 5_000,
  supervisorSilence: 4_000,
  /** The same while it starts: a long journal is read then. */
  supervisorStartSilence: 20_000,
  /** One that fails or hangs sooner after its start than this is started again more and more slowly. */
  supervisorSettled: 10_000,
  supervisorLongestPause: 5_000,
  /** A supervisor that gives no sign of life for so long is taken over from by the next start. */
  supervisorGivenUp: 8_000,
  /** The tray icon: until its helper is there, how often it looks by itself, and how soon it looks for who went away. */
  trayReady: 10_000,
  trayLook: 5_000,
  trayAgain: 1_000,
  /** What opens a browser and has not failed by then has opened it. */
  browserStart: 3_000,
});
