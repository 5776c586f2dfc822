package org.caravansms.simulator;

import java.nio.file.Path;

/** What the command line of the simulator says; the stats file is null where there is none. */
record Arguments(SimulatorOptions options, Path statsFile, TlsStores tls, boolean help) {
    static final String USAGE = """
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

            STATUS is a command_status such as 0x58 or ESME_RTHROTTLED. WHICH is to=36201234567 (to=3620* for all
            that begin so), text=PART, 10%, every=N or first=N; with commas all must be met, from left to right:
            text=full,first=2""";

    static Arguments none() {
        return new Arguments(SimulatorOptions.defaults(), null, TlsStores.none(), false);
    }

    Arguments withOptions(SimulatorOptions options) {
        return new Arguments(options, statsFile, tls, help);
    }

    Arguments withStatsFile(Path statsFile) {
        return new Arguments(options, statsFile, tls, help);
    }

    Arguments withTls(TlsStores tls) {
        return new Arguments(options, statsFile, tls, help);
    }

    Arguments withHelp() {
        return new Arguments(options, statsFile, tls, true);
    }
}
