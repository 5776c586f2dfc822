package org.caravansms.faults;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.caravansms.simulator.WireClient;
import org.caravansms.simulator.WirePdu;
import org.caravansms.simulator.WireResponse;

/** A program that is bound to the gateway, submits with a window, and notes each answer and each receipt. */
final class SmppSender {

    private static final int WINDOW = 20;
    private static final int SUBMIT_SM_RESP = 0x80000004;

    private final Map<Integer, SentMessage> sent = new LinkedHashMap<>();
    private final Map<String, Integer> receipts = new HashMap<>();
    private final int port;
    private int unanswered;
    private int unacknowledged;
    private boolean acknowledging = true;

    SmppSender(int port) {
        this.port = port;
    }

    /** @return all of them; those without an answer are unknown */
    List<SentMessage> sent() {
        return new ArrayList<>(sent.values());
    }

    /** @return how often the receipt of a message came, by our id */
    Map<String, Integer> receipts() {
        return receipts;
    }

    /** @return how many receipts of the last connection it did not answer */
    int unacknowledged() {
        return unacknowledged;
    }

    /** @param whether receipts are answered, or only read */
    void acknowledge(boolean whether) {
        acknowledging = whether;
    }

    /**
     * Binds, submits so many and reads.
     *
     * @param enough whether it may end
     * @return false when the gateway ended the connection
     */
    boolean run(int count, BooleanSupplier enough) {
        unanswered = 0;
        unacknowledged = 0;
        int last = sent.size() + count;
        try (WireClient client = WireClient.bound(port, WirePdu.BIND_TRANSCEIVER, "admin", "abc123")) {
            while (sent.size() < last || unanswered > 0 || !enough.getAsBoolean()) {
                while (sent.size() < last && unanswered < WINDOW) {
                    submit(client);
                }
                take(client, client.receive());
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private void submit(WireClient client) throws IOException {
        int sequence = 100 + sent.size();
        String number = "s-" + sequence;
        String recipient = "0620" + (1_000_000 + sequence);
        sent.put(sequence, SentMessage.unanswered(number, recipient, number + " over SMPP"));
        unanswered++;
        client.send(
                WirePdu.submitSmTo(recipient, sequence, number + " over SMPP").asking(1));
    }

    private void take(WireClient client, WireResponse pdu) throws IOException {
        if (pdu.commandId() == SUBMIT_SM_RESP) {
            unanswered--;
            sent.computeIfPresent(
                    pdu.sequence(),
                    (sequence, message) ->
                            pdu.commandStatus() == 0 ? message.accepted(pdu.messageId()) : message.rejected());
        } else if (pdu.commandId() == WirePdu.DELIVER_SM) {
            receipts.merge(pdu.receiptId(), 1, Integer::sum);
            if (acknowledging) {
                client.send(WirePdu.response(pdu, 0));
            } else {
                unacknowledged++;
            }
        } else if (pdu.commandId() == WirePdu.ENQUIRE_LINK) {
            client.send(WirePdu.response(pdu, 0));
        }
    }
}
