// Sends by form with fetch and by the JSON API with the module http, as programs for Node do.
import assert from 'node:assert';
import http from 'node:http';

const [base, username, password] = process.argv.slice(2);
const form = { action: 'sendmessage', username, password, messagecount: 2, responseformat: 'json' };
const messages = { recipient0: '+36201234567', messagedata0: 'node form: é & +', recipient1: 'x', messagedata1: 'no' };

const response = await fetch(`${base}/api`, { method: 'POST', body: new URLSearchParams({ ...form, ...messages }) });
const { data } = await response.json();
assert.deepEqual(data.acceptreports.map((report) => report.statuscode), [0, 1]);
assert.equal(data.acceptreports[0].messagedata, messages.messagedata0);

function sendmsg(document) {
  return new Promise((resolve, reject) => {
    const options = { method: 'POST', auth: `${username}:${password}`, headers: { 'Content-Type': 'application/json' } };
    const request = http.request(`${base}/api?action=sendmsg`, options, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (part) => { text += part; }).on('end', () => resolve(JSON.parse(text)));
    });
    request.on('error', reject).end(JSON.stringify(document));
  });
}

const message = { to_address: '+36201234567', text: 'node JSON: \u{1F42A}', vaild_date: '2099-01-02T03:04:05', tags: [] };
const reply = await sendmsg({ messages: [message] });
assert.equal(reply.http_code, 200);
assert.equal(reply.data.success_count, 1);
assert.equal(reply.data.messages[0].text, message.text);
