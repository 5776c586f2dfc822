// The calls of the vendor's library for Node: Date in JSON, valid_until spelt vaild_date, the module http.
import assert from 'node:assert';
import { randomUUID } from 'node:crypto';
import http from 'node:http';

const [base, username, password] = process.argv.slice(2);

function call(method, query, document) {
  return new Promise((resolve, reject) => {
    const options = { method, auth: `${username}:${password}`, headers: { 'Content-Type': 'application/json' } };
    const request = http.request(`${base}/api?${query}`, options, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (part) => { text += part; }).on('end', () => resolve(JSON.parse(text)));
    });
    request.on('error', reject).end(document && JSON.stringify(document));
  });
}

function message(toAddress, text, more) {
  const now = new Date();
  return {
    message_id: randomUUID(), from_station: '%', to_address: toAddress, text, create_date: now,
    vaild_date: new Date(now.getTime() + 7 * 24 * 3600 * 1000), time_to_send: now, submit_report_requested: true,
    delivery_report_requested: true, view_report_requested: true, tags: [], ...more,
  };
}

async function send(...messages) {
  const reply = await call('POST', 'action=sendmsg', { messages });
  assert.equal(reply.http_code, 200);
  return reply.data;
}

const sent = await send(message('+36201234567', 'node library: now'), message('x', 'node library: no'));
assert.deepEqual([sent.total_count, sent.success_count, sent.failed_count], [2, 1, 1]);
assert.equal(sent.messages[0].status, 'SUCCESS');
assert.equal(sent.messages[0].time_to_send, sent.messages[0].create_date);

const order = ['+36201111111', '+36202222222']
  .map((number) => message(number, 'node library: order', { message_id: 'node-order', tags: { shop: 'Pest' } }));
const first = await send(...order);
assert.deepEqual(first.messages.map((reply) => reply.to_address), ['+36201111111', '+36202222222']);
assert.deepEqual(first.messages[0].tags, [{ name: 'shop', value: 'Pest' }]);
assert.deepEqual(await send(...order), first);

const [due, until] = [new Date(Date.UTC(2098, 6)), new Date(Date.UTC(2099, 6))];
const later = await send(message('+36201234567', 'node library: later', { time_to_send: due, vaild_date: until }));
assert.match(later.messages[0].time_to_send, /^2098-/);

const inbox = (await call('GET', 'action=receivemsg&folder=inbox')).data;
const received = inbox.data.find((each) => each.text === 'for Node');
assert.deepEqual(received.tags, [{ name: 'Type', value: 'SMS:TEXT' }]);
const ids = [received.message_id];
const deleted = await call('POST', 'action=deletemsg', { folder: 'inbox', message_ids: ids });
assert.deepEqual(deleted.data, { folder: 'inbox', message_ids: ids });
