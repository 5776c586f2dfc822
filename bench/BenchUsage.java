package bench;

/** The text of --help. */
final class BenchUsage {
    static final String TEXT = """
            usage: bench/run [options]
              --quick              the short form: messages 1,100, connections 8, latency 0,10, 3 s a case;
                                   at latency 0 also sendmsg with 100 and form with 20,000 messages a request;
                                   then two short drains
              --api LIST           what a request speaks: form, sendmsg, json (form); a producer of
                                   sms.submit: submit (a transaction over AMQP), stomp (a transaction over
                                   STOMP), confirmed (STOMP, so many under way, each with a receipt);
                                   smpp: each connection is a bind with a window of --messages
              --ids                each message carries an id of its own, the idempotency key
              --messages LIST      messages per request           (1,10,100,1000)
              --connections LIST   connections                    (1,8,32)
              --latency LIST       milliseconds of the SMSC; 80%10+20%100 is a mix (0,10,50)
              --window N           SMPP window of the gateway     (100)
              --parts N            submit_sm for each message, GSM-7 (1)
              --seconds N          time of posting in each case   (4)
              --limit N            most messages in a case        (what the SMSC takes in 6 s; --accept-only: 100000)
              --warmup N           seconds of load at first       (8)
              --repeat N           runs of each case; medians are reported (1)
              --receipts final     which receipts are asked for: final or none
              --callbacks          each message has a reporturl, which is called twice
              --extension LIST     what the gateway runs with, a gateway for each run: none, policy (a filter on a
                                   prefix), events (an event source with a route that takes 100 ms an event) (none)
              --accept-only        acceptance alone: no SMSC is there, messages stay in the queue
              --drain              how fast a backlog leaves, in place of the matrix; --latency, --window,
                                   --providers, --parts and --waiting take lists, and are all combined
              --providers LIST     SMSCs that drain the queue together, with --drain (1)
              --waiting LIST       with --drain, the SMSCs come when so many messages wait; 0: they are there (0)
              --windows            the drains to compare with window / latency: 9 cases
              --throttle-curve SVG draws how the rate follows an SMSC that throttles
              --grants LIST        what that SMSC grants: messages a second x seconds (200x40,80x40,200x40)
              --json FILE          the results as JSON too
            """;

    private BenchUsage() {}
}
