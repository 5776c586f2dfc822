package org.caravansms.simulator;

/** What {@code --help} prints. */
final class Usage {
    static final String TEXT = """
            Usage: SimulatorMain [options]
            An SMSC for tests, demos and benchmarks: answers SMPP 3.4 on a port.

              --host H             address to listen on (127.0.0.1)
              --port P             port to listen on, 0 for any free one (2775)
              --latency-millis N   milliseconds between a request and its response (0)
              --latency MIX        the same, or drawn for each response: 80%10,15%100,5%1000
              --system-id S        the only system_id that may bind (any)
              --password P         the password a bind must have (any)
              --log FILE           append one JSON line for each PDU to FILE
              --stats FILE         keep the current counts in FILE as one JSON line
              --quiet              print no line for each PDU
              --help               print this and stop

            TLS:
              --tls-key-store FILE             the simulator's key and certificate, PKCS12 or JKS
              --tls-key-store-password PW      its password
              --tls-trust-store FILE           clients must have a certificate that this one trusts
              --tls-trust-store-password PW    its password

            Faults; those marked * may be given several times, the first that fits decides:
              --answer STATUS[:WHICH] *        answer submit_sm with this status
              --throttle N                     ESME_RTHROTTLED for what comes above N submit_sm a second
              --lose WHICH *                   accept submit_sm, but never send the response
              --cut-after N                    close the connection instead of answering its N-th submit_sm that
                                               would be accepted
              --cut-connections K              only the first K connections that come so far (all)
              --bind-refuse STATUS[:first=N] * refuse binds, or the first N
              --bind-silent [first=N] *        never answer binds, or the first N
              --silent-enquire-link            never answer enquire_link
              --seed N                         the same chances and latencies at each run

            Receipts, for accepted submit_sm whose registered_delivery asks for one; WHICH as below, those marked *
            may be given several times, the first that fits decides:
              --receipts-always                whether it asks or not
              --receipts-delay MIX             milliseconds from the response to the receipt (100)
              --receipts-state STATE[:WHICH] * what they say: DELIVRD, or UNDELIV:5%, EXPIRED:to=3620* ...; FAILED,
                                               BUFFRED and ACKED are known as well
              --receipts-shape NAMES[:WHICH] * how they look, several taken in turn: standard,tlvs or all;
                                               no-counts, seconds, long-dates, capital-text, letters, four-digits,
                                               failed, tlvs, text-and-tlvs, data-sm, payload, no-bit; with another
                                               one before the last: enroute, buffred, acked, acceptd, notification
              --receipts-id FORM               the message_id in response and receipt: same, hex-decimal,
                                               decimal-hex, zeros or capitals in the receipt
              --receipts-hold N                the first N are gathered and then sent all at once
              --receipts-before WHICH *        the receipt leaves before the response, without a delay
              --receipts-elsewhere WHICH *     on another session of the same system_id, if there is one
              --receipts-twice WHICH *         two of each
              --receipts-never WHICH *         none at all
              --deliver-window N               how many deliver_sm of a session may be unanswered, 0 for any (1000)
              --deliver-rest-millis N          rest before one is sent again that was not answered with
                                               ESME_ROK (1000)

            Inbound messages:
              --inbound-every MILLIS           one at a time, once an ESME is bound that can receive
              --inbound-from A                 who sends them (36201234567)
              --inbound-to A                   to which number (1234)
              --inbound-text TEXT              what they say; {n} becomes their number (Message {n})
              --inbound-alphabet NAME          gsm, latin1, ucs2, or binary for a text in hexadecimal digits (the
                                               smallest that fits)
              --inbound-long FORM              how long ones are split: udh8, udh16, sar, or payload for all (udh8)
              --inbound-order PARTS            their parts in this order, repeated or left out at will: 3,1,1,2

            STATUS is a command_status such as 0x58 or ESME_RTHROTTLED. WHICH is to=36201234567 (to=3620* for all
            that begin so), text=PART, 10%, every=N or first=N; with commas all must be met, from left to right:
            text=full,first=2""";

    private Usage() {}
}
