package bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A ring of requests rendered beforehand, so that a run costs the client little more than the write. */
final class Requests {
    private static final int MOST = 64;
    private static final int LEAST = 2;
    private static final int MOST_BYTES = 32 * 1024 * 1024;

    private final List<Request> ring = new ArrayList<>();
    private int next;

    /** As many as will be sent, within 64 and 32 MiB, but two at least. */
    static Requests of(Case item, boolean ids, int limit) {
        // the same texts in every run: runs compare
        Random random = new Random(item.messages());
        String id = ids ? Request.BLANK_ID : "";
        Requests requests = new Requests();
        requests.add(Request.render(item, id, random));
        int size = requests.fitting(limit / item.messages());
        while (requests.ring.size() < size) {
            requests.add(Request.render(item, id, random));
        }
        return requests;
    }

    private void add(Request request) {
        ring.add(request);
    }

    private int fitting(int wanted) {
        int most = Math.min(Math.min(wanted, MOST), MOST_BYTES / ring.get(0).size());
        return Math.max(most, LEAST);
    }

    /** Several producers may share it. */
    synchronized Request next() {
        return ring.get(next++ % ring.size());
    }
}
