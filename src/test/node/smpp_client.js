// Binds with the module smpp, submits, and prints what comes. Arguments: the port, a user, a password, the recipient's prefix.
const readline = require("node:readline");
const smpp = require("smpp");

const [port, system_id, password, to] = process.argv.slice(2);
const LONG = "A message that is too long for one part. ".repeat(6);

/** A session that is bound, and answers each deliver_sm. */
function bound() {
  return new Promise((resolve, reject) => {
    const session = smpp.connect({ url: `smpp://127.0.0.1:${port}` });
    session.on("error", reject);
    session.on("deliver_sm", (pdu) => {
      session.send(pdu.response());
      console.log("deliver_sm " + pdu.short_message.message);
    });
    session.bind_transceiver({ system_id, password }, (pdu) =>
      pdu.command_status === 0 ? resolve(session) : reject(new Error("bind: " + pdu.command_status)),
    );
  });
}

/** Waits for the answer. */
function submit(session, last, fields) {
  const pdu = { dest_addr_ton: 1, dest_addr_npi: 1, destination_addr: to + last, ...fields };
  return new Promise((resolve, reject) =>
    session.submit_sm(pdu, (answer) =>
      answer.command_status === 0 ? resolve(answer.message_id) : reject(new Error("submit: " + answer.command_status)),
    ),
  );
}

function unbound(session) {
  return new Promise((resolve) => session.unbind(() => session.close(resolve)));
}

async function submitAll(session) {
  const halves = [LONG.slice(0, 120), LONG.slice(120)];
  console.log("id " + (await submit(session, 1, { short_message: "short", registered_delivery: 1 })));
  for (const part of [1, 2]) {
    const udh = Buffer.from([5, 0, 3, 7, 2, part]);
    await submit(session, 2, { short_message: { udh, message: halves[part - 1] } });
    const sar = { sar_msg_ref_num: 7, sar_total_segments: 2, sar_segment_seqnum: part };
    await submit(session, 3, { short_message: halves[part - 1], ...sar });
  }
  await submit(session, 4, { message_payload: LONG });
  await submit(session, 5, { data_coding: 8, short_message: "Árvíz 漢" });
  await submit(session, 6, { data_coding: 4, short_message: Buffer.from("00ff1b7f", "hex") });
}

async function run() {
  let session = await bound();
  await submitAll(session);
  for await (const line of readline.createInterface({ input: process.stdin })) {
    if (line === "unbind") {
      await unbound(session);
    } else {
      session = await bound();
    }
    console.log(line);
  }
  await unbound(session);
}

run().catch((error) => {
  console.log(error);
  process.exit(1);
});
