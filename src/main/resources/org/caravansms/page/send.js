'use strict';

// The GSM default alphabet and its extension table, 3GPP TS 23.038 section 6.2.1: what the gateway sends as GSM-7.
const GSM_BASIC = '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?'
  + '¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
const GSM_EXTENSION = '\f^{}\\[~]|€';

const GSM7 = { name: 'GSM-7', unit: 'septets', whole: 160, each: 153 };
const UCS2 = { name: 'UCS-2', unit: 'code units', whole: 70, each: 67 };
const ENCODING_NAMES = { GSM7: 'GSM-7', UCS2: 'UCS-2', '8BIT': '8-bit' };

// what may be accepted keeps its id, so that it is sent once when it is sent again
const MAY_BE_ACCEPTED = [22, 28];
const MOST_MESSAGES = 100;
const INDEXED = ['id', 'name', 'for', 'aria-describedby'];

const form = document.getElementById('send');
const messages = document.getElementById('messages');
const blankRow = messages.firstElementChild.cloneNode(true);
const addButton = document.getElementById('add');
const sendButton = document.getElementById('submit');
const fault = document.getElementById('fault');
const summary = document.getElementById('summary');
const reports = document.getElementById('reports');

// What a text takes: its size is in units of its encoding, and a part holds only whole characters.

function septets(character) {
  return GSM_BASIC.includes(character) ? 1 : GSM_EXTENSION.includes(character) ? 2 : 0;
}

function measure(text) {
  const characters = [...text];
  const inGsm = characters.map(septets);
  const encoding = inGsm.includes(0) ? UCS2 : GSM7;
  const sizes = encoding === GSM7 ? inGsm : characters.map((character) => character.length);
  const units = sizes.reduce((sum, size) => sum + size, 0);
  return { characters: characters.length, encoding, units, parts: parts(sizes, units, encoding) };
}

function parts(sizes, units, encoding) {
  if (units <= encoding.whole) {
    return 1;
  }
  let count = 1;
  let used = 0;
  for (const size of sizes) {
    if (used + size > encoding.each) {
      count += 1;
      used = 0;
    }
    used += size;
  }
  return count;
}

function plural(count, noun) {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function inWords({ characters, encoding, units, parts }) {
  const size = parts === 1 ? `${units} of ${encoding.whole} ${encoding.unit}` : `${units} ${encoding.unit}`;
  return `${plural(characters, 'character')} · ${encoding.name}, ${size} · ${plural(parts, 'part')}`;
}

function showCount(row) {
  row.querySelector('.count').textContent = inWords(measure(row.querySelector('.text').value));
}

// Rows: each is a message, numbered from 0 in its fields' names; messagecount is kept in step.

function rows() {
  return [...messages.children];
}

function numberRow(row, index) {
  for (const attribute of INDEXED) {
    for (const element of row.querySelectorAll(`[${attribute}]`)) {
      element.setAttribute(attribute, element.getAttribute(attribute).replace(/\d+$/, index));
    }
  }
  row.querySelectorAll('.number').forEach((number) => { number.textContent = index + 1; });
}

function renumber() {
  const all = rows();
  all.forEach(numberRow);
  all.forEach((row) => { row.querySelector('.remove').hidden = all.length === 1; });
  document.getElementById('messagecount').value = all.length;
  addButton.disabled = all.length >= MOST_MESSAGES;
}

function addRow(recipient = '', text = '', after = messages.lastElementChild) {
  const row = blankRow.cloneNode(true);
  row.querySelector('.recipient').value = recipient;
  row.querySelector('.text').value = text;
  after.after(row);
  showCount(row);
  renumber();
  return row;
}

function removeRow(row) {
  const neighbour = row.nextElementSibling ?? row.previousElementSibling;
  row.remove();
  renumber();
  neighbour.querySelector('.recipient').focus();
}

function recipientsIn(text) {
  return text.split(/[\r\n,;]+/).map((recipient) => recipient.trim()).filter((recipient) => recipient !== '');
}

function pasteRecipients(event) {
  const recipients = recipientsIn(event.clipboardData.getData('text'));
  if (recipients.length < 2) {
    return;
  }
  event.preventDefault();
  const room = MOST_MESSAGES - rows().length + 1;
  spread(event.target, recipients.slice(0, room));
  fault.textContent = recipients.length > room
    ? `Only ${room} of ${recipients.length} recipients were added: a request here has at most ${MOST_MESSAGES} messages.`
    : '';
}

function spread(field, recipients) {
  let row = field.closest('.message');
  const text = row.querySelector('.text').value;
  field.value = recipients[0];
  forgetName(row);
  for (const recipient of recipients.slice(1)) {
    row = addRow(recipient, text, row);
  }
}

// Sending, and what came of it. Everything is shown as text: it came from outside.

function element(name, className, ...content) {
  const made = document.createElement(name);
  made.className = className;
  made.append(...content);
  return made;
}

function reportLine(report) {
  const accepted = Number(report.statuscode) === 0;
  const status = element('span', 'status', accepted ? 'Accepted' : 'Rejected');
  return element('li', accepted ? 'report accepted' : 'report',
    element('p', 'outcome', status, ` · ${report.recipient || 'no recipient'}`),
    element('p', 'echo', report.messagedata),
    element('p', 'detail', accepted ? acceptedDetail(report) : `${report.statusmessage} (code ${report.statuscode})`));
}

function acceptedDetail(report) {
  const size = report.segments === undefined ? ''
    : ` · ${plural(report.segments, 'part')}, ${ENCODING_NAMES[report.encoding] ?? report.encoding}`;
  return `id ${report.messageid}${size}`;
}

function showAnswer(answer) {
  if (!MAY_BE_ACCEPTED.includes(answer.data.errorcode)) {
    rows().forEach(forgetName);
  }
  if (answer.action === 'error') {
    fault.textContent = `${answer.data.errormessage} (code ${answer.data.errorcode})`;
    return;
  }
  const all = answer.data.acceptreports;
  const accepted = all.filter((report) => Number(report.statuscode) === 0).length;
  reports.replaceChildren(...all.map(reportLine));
  summary.textContent = `${accepted} of ${plural(all.length, 'message')} accepted.`;
  summary.scrollIntoView({ block: 'nearest' });
}

function clearAnswer() {
  fault.textContent = '';
  summary.textContent = '';
  reports.replaceChildren();
}

// Each message has a name until its outcome is known: whoever presses Send again meanwhile sends nothing twice.

function newName() {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((octet) => octet.toString(16).padStart(2, '0')).join('');
}

function forgetName(row) {
  delete row.dataset.name;
}

function request() {
  const fields = new URLSearchParams(new FormData(form));
  rows().forEach((row, index) => {
    // a form has a + for a blank, and before a number that is one which was not encoded
    fields.set(`recipient${index}`, row.querySelector('.recipient').value.trim());
    row.dataset.name ??= newName();
    fields.set(`messageid${index}`, row.dataset.name);
  });
  fields.set('responseformat', 'json');
  fields.set('extended', '1');
  return fields;
}

async function post() {
  try {
    return await fetch(form.getAttribute('action'), { method: 'POST', body: request() });
  } catch {
    throw new Error('No answer from the gateway. Whether it accepted the messages is not known: press Send again, nothing is sent twice.');
  }
}

async function read(response) {
  try {
    return await response.json();
  } catch {
    throw new Error("The gateway's answer cannot be read. Whether it accepted the messages is not known: press Send again, nothing is sent twice.");
  }
}

function busy(sending) {
  sendButton.disabled = sending;
  sendButton.textContent = sending ? 'Sending…' : 'Send';
}

async function send(event) {
  event.preventDefault();
  clearAnswer();
  busy(true);
  try {
    showAnswer(await read(await post()));
  } catch (error) {
    fault.textContent = error.message;
  } finally {
    busy(false);
  }
}

function start() {
  document.querySelectorAll('.scripted').forEach((part) => { part.hidden = false; });
  blankRow.querySelectorAll('.scripted').forEach((part) => { part.hidden = false; });
  form.addEventListener('submit', send);
  addButton.addEventListener('click', () => addRow().querySelector('.recipient').focus());
  messages.addEventListener('input', (event) => {
    const row = event.target.closest('.message');
    forgetName(row);
    showCount(row);
  });
  messages.addEventListener('paste', (event) => {
    if (event.target.matches('.recipient')) {
      pasteRecipients(event);
    }
  });
  messages.addEventListener('click', (event) => {
    if (event.target.matches('.remove')) {
      removeRow(event.target.closest('.message'));
    }
  });
  rows().forEach(showCount);
  renumber();
}

start();
