package bench;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Requests rendered beforehand and sent again and again, so that a run costs the client little more than the write.
 *
 * @param messages in each request
 * @param ring shared by all connections
 * @param taken how many of the ring were sent
 */
record Requests(BenchApi api, int messages, List<byte[]> ring, AtomicInteger taken) {
    private static final int MOST = 64;
    private static final int LEAST = 2;
    private static final int MOST_BYTES = 32 * 1024 * 1024;

    /**
     * As many as will be sent, within 64 and 32 MiB, but two at least.
     *
     * @param parts submit_sm for each message
     * @param reportUrl for callbacks, empty without them
     */
    static Requests of(BenchApi api, int messages, int parts, String reportUrl, int limit) {
        // the same texts in every run: runs compare
        Random random = new Random(messages);
        // JMS sends the messages of a transaction one by one
        int together = api == BenchApi.SUBMIT ? 1 : messages;
        byte[] first = render(api, together, parts, reportUrl, random);
        int size = Math.max(LEAST, Math.min(Math.min(limit / together, MOST), MOST_BYTES / first.length));
        Stream<byte[]> others = Stream.generate(() -> render(api, together, parts, reportUrl, random)).limit(size - 1L);
        return new Requests(api, messages, Stream.concat(Stream.of(first), others).toList(), new AtomicInteger());
    }

    private static byte[] render(BenchApi api, int messages, int parts, String reportUrl, Random random) {
        List<Sms> all = Stream.generate(() -> Sms.random(random, parts)).limit(messages).toList();
        return api.render(all, reportUrl).getBytes(StandardCharsets.US_ASCII);
    }

    byte[] next() {
        return ring.get(taken.getAndIncrement() % ring.size());
    }
}
