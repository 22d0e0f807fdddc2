// A page of a HIS: connects to the control software of this machine, shows the card, registers the patient.
import { ClientFailure, connect, defaultBase, pair, unpair } from './client.js';

const at = (id) => document.getElementById(id);
const show = (id, visible) => {
  at(id).hidden = !visible;
};
// Another port than the usual one, while developing: index.html?port=..
const port = new URLSearchParams(location.search).get('port');
const base = port === null ? defaultBase : `http://127.0.0.1:${port}`;
let counter;
let card;

/** What went wrong and what to do, in the words that come with every failure. */
function tell(failure) {
  if (!(failure instanceof ClientFailure)) throw failure;
  show('trouble', true);
  at('why').textContent = `${failure.why.zh}（${failure.why.en}）`;
  at('todo').textContent = `→ ${failure.todo.zh}（${failure.todo.en}）`;
  show('open', failure.open !== undefined);
}

function showCard(zone) {
  card = zone;
  at('register').disabled = zone === undefined;
  at('patient').textContent = zone === undefined ? '請插入健保卡 Insert a card' : `${zone.name} ${zone.personId}`;
  at('result').textContent = '';
}

async function begin(paired) {
  counter = await connect(paired);
  show('trouble', false);
  show('pairing', false);
  show('counter', true);
  counter.watch(
    (event) => {
      if (event.type !== 'card') return;
      if (event.change === 'removed') showCard(undefined);
      else if (event.public) showCard(event.public);
    },
    async (link) => {
      // Taken back in the console: what was kept is of no use any more.
      if (link === 'refused') {
        unpair();
        show('counter', false);
        show('pairing', true);
        tell(new ClientFailure(0, undefined, 'not-paired'));
      }
      // What happened while nobody listened is read anew.
      if (link === 'open') showCard(await counter.card().catch(() => undefined));
    },
  );
}

async function start() {
  try {
    await begin();
  } catch (failure) {
    show('pairing', true);
    if (failure.kind !== 'not-paired') tell(failure);
  }
}

at('pair').addEventListener('click', async () => {
  show('trouble', false);
  show('ask', false);
  try {
    const paired = await pair({
      base,
      show(code) {
        show('compare', true);
        at('code').textContent = `${code.slice(0, 3)} ${code.slice(3)}`;
      },
    });
    await begin(paired);
  } catch (failure) {
    tell(failure);
  } finally {
    show('compare', false);
    show('ask', true);
  }
});

at('register').addEventListener('click', async () => {
  at('register').disabled = true;
  show('trouble', false);
  try {
    // Bound to the card that is shown: another one in the reader is refused.
    const answer = await counter.forCard(card.card).register({ treatItem: '01' });
    for (const note of answer.notes) at('result').textContent += `${note.text.zh} `;
    if (answer.treatNum === undefined) throw new ClientFailure(200, answer.failure);
    at('result').textContent += `就醫識別碼 ${answer.treatNum}`;
  } catch (failure) {
    tell(failure);
  } finally {
    at('register').disabled = card === undefined;
  }
});

start();
